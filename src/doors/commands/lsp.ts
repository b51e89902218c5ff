import { Flags } from '@oclif/core'
import { Door, everyFlag } from '../door.ts'

export default class Lsp extends Door {
  static override baseFlags = everyFlag
  static override summary =
    'Serve an editor: problems while typing, completion, hover, links, renames and repairs (Language Server Protocol).'
  static override description =
    'Speaks on stdin and stdout until the editor ends it, and writes no file itself. docs/editors.md says how VS Code, Neovim and Helix start it.'
  static override examples = ['<%= config.bin %> lsp']
  static override enableJsonFlag = false
  static override flags = {
    stdio: Flags.boolean({ summary: 'Speak on stdin and stdout, as always.', hidden: true }),
    clientProcessId: Flags.string({ summary: 'The process of the editor.', hidden: true }),
  }

  async run() {
    await this.parse(Lsp)
    const { serve } = await import('../lsp/serve.ts')
    await serve(this.config.version)
  }
}
