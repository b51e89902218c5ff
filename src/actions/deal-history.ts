import { historyOf } from './history.ts'

export default historyOf('deal', 'Tell what changed in a deal: when, by whom and because of what.')
