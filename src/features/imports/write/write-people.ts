import { newRecordText } from '../../../records/text/new-record.ts'
import type { Run } from '../run.ts'
import { inSchemaOrder } from './in-schema-order.ts'

/** How a file of someone of the team begins. */
export const personHead = '# yaml-language-server: $schema=../schemas/person.json\n'

/** Writes a file for everyone of the team whom rows listed or named; answers with those who were only named. */
export function writePeople({ writes, newPeople }: Run): string[] {
  const order = inSchemaOrder('person')
  for (const [slug, { values }] of newPeople)
    writes.make(`workspace-setup/people/${slug}.yaml`, personHead + newRecordText('person', order(values)))
  return [...newPeople].filter(([, { isListed }]) => !isListed).map(([slug]) => slug)
}
