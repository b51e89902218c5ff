import { kindNames } from '../records/kinds.ts'
import { setting } from './setting.ts'

export default setting('set', 'Set fields of any record.', kindNames)
