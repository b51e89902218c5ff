import { showing } from './showing.ts'

export default showing('contact', 'Show a contact: its fields and notes.')
