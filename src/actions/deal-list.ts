import { listing } from './listing.ts'

export default listing('deal', 'List deals.')
