import { listing } from './listing.ts'

export default listing('customer', 'List customers.')
