import { setting } from './setting.ts'

export default setting('contact set', 'Set fields of a contact.', ['contact'])
