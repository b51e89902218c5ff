import { setting } from './setting.ts'

export default setting('deal set', 'Set fields of a deal.', ['deal'])
