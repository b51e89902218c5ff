import { setting } from './setting.ts'

export default setting('customer set', 'Set fields of a customer.', ['customer'])
