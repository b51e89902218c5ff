import { historyOf } from './history.ts'

export default historyOf('customer', 'Tell what changed in a customer: when, by whom and because of what.')
