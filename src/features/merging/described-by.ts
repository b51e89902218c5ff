import { readFrontMatter } from '../../records/text/front-matter.ts'

/** The file beside a .meta.yaml that it describes: the one it names, else the one it is named after; undefined where neither is there. */
export function describedBy(meta: string, text: string, paths: readonly string[]): string | undefined {
  const { file } = readFrontMatter(meta, text).data
  const folder = meta.replace(/[^/]+$/, '')
  if (typeof file === 'string') return paths.find((path) => path === folder + file)
  const named = meta.replace(/\.meta\.yaml$/, '')
  const beside = paths.filter((path) => path !== meta && path.startsWith(folder) && !path.endsWith('.meta.yaml'))
  return beside.find((path) => path === named) ?? beside.find((path) => path.replace(/\.[^./]+$/, '') === named)
}
