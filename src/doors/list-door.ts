import { Flags } from '@oclif/core'
import type { About } from '../records/kinds/query.ts'
import type { Problem } from '../records/problem.ts'
import { Door } from './door.ts'
import { type Format, formats, type Sheet, sayAs } from './say/lists/formats.ts'
import { kindsListed, type Listed, sayLeftOut, sheetOf } from './say/lists/listed.ts'

/** How a list is written, for every command that prints one. */
export const formatFlag = {
  format: Flags.string({
    summary: 'How the list is written: for people, for programs, or only the names that other commands take.',
    options: [...formats],
    default: 'table',
  }),
}

/** A command that prints a list. */
export abstract class ListDoor extends Door {
  /** Prints a list of records or tasks and what it leaves out; what it returns is what --json prints. */
  protected sayList(about: About, listed: Listed & { problems: readonly Problem[] }, format: string, isNewest = false) {
    const { rows, picked, total, noData, unfit, problems } = listed
    const { plural, first } = kindsListed[about]
    const none = noData ? `No ${about} fits this condition.` : first
    if (rows.length > 0 || format !== 'table') this.sayRows(format, sheetOf(about, listed))
    else if (problems.length === 0 || noData) this.log(none)
    for (const line of sayLeftOut(about, listed, isNewest)) this.tell(line)
    this.warnOf(problems)
    return { [plural]: picked ?? rows, total, ...(noData && { noData, unfit }) }
  }

  /** Prints rows in one of the formats; of no names nothing. */
  protected sayRows<R>(format: string, sheet: Sheet<R>): void {
    const said = sayAs(format as Format, sheet)
    if (said) this.log(said)
  }
}
