import { moving } from './moving.ts'

export default moving('customer', 'Move a customer to a stage of its journey.')
