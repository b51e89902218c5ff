import { moving } from './moving.ts'

export default moving('deal', 'Move a deal to a stage of its workflow.')
