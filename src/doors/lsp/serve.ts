import { Console } from 'node:console'
import {
  type ClientCapabilities,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { answerChanges } from './answer-changes.ts'
import { answerQuestions } from './answer-questions.ts'
import { openDiagnosing } from './diagnose.ts'
import { keepDocuments } from './documents.ts'

const toggle = 'dossier.toggleTask'

/** So long an editor may take to carry out a rename, in milliseconds. */
const settling = 500

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  completionProvider: { triggerCharacters: ['[', '@', ':', '/', '.', '!', '"', ' ', '-'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite'] },
  executeCommandProvider: { commands: [toggle] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}

/** Serves an editor on stdin and stdout until it says exit, or goes away; then the process ends: 0 after a shutdown, else 1. */
export async function serve(version: string): Promise<never> {
  globalThis.console = new Console(process.stderr) // stdout is the protocol's alone
  const connection = createConnection(process.stdin, process.stdout)
  const texts = new TextDocuments(TextDocument)
  const documents = keepDocuments(texts)
  const diagnosing = openDiagnosing(connection, documents)
  let abilities: ClientCapabilities = {}

  connection.onInitialize((asked) => {
    abilities = asked.capabilities
    return { capabilities, serverInfo: { name: 'dossier', version } }
  })
  const isWatching = () => abilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
  connection.onInitialized(() => {
    if (isWatching()) watch(connection)
    if (abilities.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(documents.forgetRoots)
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    documents.forgetRoots()
    for (const desk of documents.desks()) {
      const paths = changes.filter(({ uri }) => documents.deskOf(uri) === desk).map(({ uri }) => desk.pathOf(uri))
      if (paths.length > 0) desk.changed(paths)
    }
    diagnosing.all()
  })
  texts.onDidChangeContent(({ document: { uri } }) => {
    const sheet = documents.find(uri)
    sheet?.desk.typed(sheet.page.path)
    diagnosing.later(uri)
    if (sheet) diagnosing.all(uri)
  })
  texts.onDidOpen(documents.forgetRoots)
  texts.onDidSave(({ document: { uri } }) => {
    const sheet = documents.find(uri)
    if (isWatching()) sheet?.desk.changed([sheet.page.path])
    else sheet?.desk.lookAgain()
    diagnosing.all()
  })
  texts.onDidClose(({ document: { uri } }) => {
    const desk = documents.deskOf(uri)
    desk?.changed([desk.pathOf(uri)])
    diagnosing.end(uri)
    diagnosing.all(uri)
  })

  answerQuestions(connection, documents)
  answerChanges(connection, documents, {
    toggle,
    abilities: () => abilities,
    moved(desk) {
      setTimeout(() => {
        desk.lookAgain()
        diagnosing.all()
      }, settling).unref()
    },
  })
  texts.listen(connection)
  connection.listen()
  return new Promise<never>(() => {})
}

function watch(connection: Connection): void {
  const watchers = [{ globPattern: '**/*.{md,yaml,yml}' }]
  void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
}
