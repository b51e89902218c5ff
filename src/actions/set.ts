import { everyday } from '../workspace/resolve.ts'
import { setting } from './setting.ts'

export default setting('set', 'Set fields of any record.', everyday)
