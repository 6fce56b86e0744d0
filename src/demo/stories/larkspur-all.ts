// Operation Larkspur as one set piece: its people, its master case and its four premises.
export { people, relationships, things } from './larkspur-people.ts'
import { larkspur } from './larkspur.ts'
import { premisesCases } from './larkspur-premises.ts'

export const stories = [larkspur, ...premisesCases]
