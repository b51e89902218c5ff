import type { Command } from '@oclif/core'

/** The README's table of commands: what is typed, and what it does. */
export function commandTable(commands: readonly Command.Loadable[]): string {
  const rows = commands
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((command) => {
      const args = Object.values(command.args).map(({ name, required }) =>
        required ? name.toUpperCase() : `[${name.toUpperCase()}]`,
      )
      return `| \`dossier ${[command.id.replaceAll(':', ' '), ...args].join(' ')}\` | ${command.summary} |`
    })
  return ['| Command | What it does |', '| --- | --- |', ...rows].join('\n')
}

/** The text with the part between the marks replaced. */
export const putBetween = (text: string, table: string) =>
  text.replace(
    /(<!-- commands -->\n)[\s\S]*?(<!-- commandsstop -->)/,
    (_, open: string, close: string) => `${open}\n${table}\n\n${close}`,
  )
