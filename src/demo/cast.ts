// The people a visitor may sign in as, and those the tests need.
import type { CastMember } from './shape.ts'

const shown: [worker: string, who: string, sees: string][] = [
  ['priya-nair', 'Priya coordinates the Vulnerability Panel and chairs the morning hub.', 'She sees what has been shared with the panel and the hub, across most agencies, and chases what is late.'],
  ['tom-garside', 'Tom is the neighbourhood constable for Wexby town.', 'He sees police cases on his beat and the joint ones with housing and the council, on his phone between calls.'],
  ['dionne-clarke', 'Dionne looks after antisocial behaviour for Fallowgate Homes.', 'She leads half a dozen cases and works on a dozen more; start with Fennel Court.'],
  ['naomi-feldman', 'Naomi is a children\'s social worker for the county.', 'She leads Kian\'s case, where a school, the police and a youth worker all hold a piece.'],
  ['grace-adeyemi', 'Grace is a detective sergeant in the exploitation and missing team.', 'She leads Linnet Road and sees both of its sides, marked; one note there is for her and Yasmin alone.'],
  ['yasmin-haddad', 'Yasmin is an independent domestic violence adviser at Rowan Door.', 'She sees cases few others may open, and what she writes stays with those named.'],
  ['deborah-quill', 'Deborah brings together people who were harmed and those who did it, where both want to.', 'She reads both files of Weir Lane; Dionne\'s agency meets only the harmed person\'s, Probation only his.'],
  ['samuel-eze', 'Samuel is a community mental health nurse at Merrow Vale.', 'He sees cases where somebody asked for his view, with the health notes kept narrow.'],
  ['helen-straker', 'Helen leads Operation Larkspur for the Labour Standards Authority.', 'She sees one master case, four car washes under it, and everybody found there.'],
  ['lesley-ward', 'Lesley runs accounts for Fallowgate Homes.', 'She sees her agency\'s joiners, movers and leavers, and no case but those that others share with the whole of Fallowgate.'],
  ['judith-crane', 'Judith is the county\'s information governance lead.', 'She sees who shared what with whom, on which agreement, and who looked; her agency\'s cases stay with those who carry them.'],
  ['david-osei', 'David manages the partnership for all its members.', 'He sees the agencies, their teams and their agreements, and no case but those that others share with the whole council.'],
]

const tests: [worker: string, who: string, sees: string][] = [
  ['nathan-frith', 'Nathan is secretary of Pennant Row, which signed the agreement and has been sent nothing.', 'He finds no case by any road.'],
  ['simon-ashdown', 'Simon left Wexby Council six weeks ago.', 'He cannot sign in; his old notes stay where he wrote them.'],
  ['steve-marlow', 'Steve is a town warden; his agency is suspended.', 'He finds nothing until the suspension is lifted.'],
  ['colette-byrne', 'Colette runs the night shelter, whose agreement has ended.', 'She keeps her own agency\'s cases and has lost those shared with it.'],
]

export const cast: CastMember[] = [
  ...shown.map(([worker, who, sees]): CastMember => ({ worker, who, sees, part: 'shown' })),
  ...tests.map(([worker, who, sees]): CastMember => ({ worker, who, sees, part: 'tests' })),
]
