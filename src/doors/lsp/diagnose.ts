import type { Connection, Diagnostic } from 'vscode-languageserver/node'
import { longest } from '../../features/editor/text/open-page.ts'
import type { Desk } from './desk.ts'
import type { Documents, Sheet } from './documents.ts'
import { tellProblem } from './tell.ts'

/** So long nobody must have typed before a text is judged, in milliseconds. */
const pause = 150

type Diagnosing = {
  /** The text of a file has changed. */
  later: (uri: string) => void
  /** What files are held against has changed, such as the text of another one. */
  all: (but?: string) => void
  /** The file is no longer open. */
  end: (uri: string) => void
}

/** Tells an editor what is wrong in its open files: once it rests, and only of the text that still stands there then. */
export function openDiagnosing(connection: Connection, documents: Documents): Diagnosing {
  const waiting = new Map<string, NodeJS.Timeout>()
  const learning = new WeakSet<Desk>()
  const told = new Map<string, string>()
  const send = (uri: string, version: number, diagnostics: Diagnostic[]) => {
    const said = JSON.stringify([version, diagnostics])
    if (told.get(uri) === said) return
    told.set(uri, said)
    void connection.sendDiagnostics({ uri, version, diagnostics })
  }

  const later = (uri: string, after = pause) => {
    clearTimeout(waiting.get(uri))
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri)
        void judge(uri)
      }, after),
    )
  }
  const all = (but?: string) => {
    for (const { document } of documents.all()) if (document.uri !== but) later(document.uri, 2 * pause)
  }

  async function judge(uri: string): Promise<void> {
    const sheet = documents.find(uri)
    if (!sheet) return
    const { document, desk, page } = sheet
    const { version } = document
    try {
      const problems = page.text.length > longest ? [tooLong(page.path)] : await desk.judge(page.path, page.text)
      if (documents.find(uri)?.document.version !== version) return
      send(
        uri,
        version,
        problems.map((problem) => tellProblem(document, page, problem)),
      )
      learn(sheet)
    } catch (error) {
      connection.console.error(`${page.path} could not be judged: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** What two records claim is known once the whole tree has been read, which waits until the first file is judged. */
  function learn({ desk }: Sheet): void {
    if (learning.has(desk)) return
    learning.add(desk)
    void desk.learn().then(
      (isNew) => isNew && all(),
      () => learning.delete(desk),
    )
  }

  return {
    later,
    all,
    end(uri) {
      clearTimeout(waiting.get(uri))
      waiting.delete(uri)
      told.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
  }
}

const tooLong = (path: string) => ({
  path,
  line: 1,
  column: 1,
  message: `This file has more than a million letters, so it is not judged while it is edited.`,
  expected: 'what dossier check says of it once it is saved',
  severity: 'warning' as const,
})
