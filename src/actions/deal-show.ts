import { showing } from './showing.ts'

export default showing('deal', 'Show a deal: its fields and notes.')
