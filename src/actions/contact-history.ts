import { historyOf } from './history.ts'

export default historyOf('contact', 'Tell what changed in a contact: when, by whom and because of what.')
