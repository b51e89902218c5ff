import { listing } from './listing.ts'

export default listing('contact', 'List contacts.')
