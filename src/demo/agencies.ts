// The agencies of Merrowshire.
import type { Calendar } from './calendar.ts'
import type { Agency, AgencyKind } from './shape.ts'

type Row = [slug: string, name: string, short: string, kind: AgencyKind, domain: string, phone: string, joined: number, about: string]

const rows: Row[] = [
  ['merrowshire-police', 'Merrowshire Police', 'Police', 'police', 'merrowshire-police.example', '01632 960101', -1400, 'Neighbourhood policing, response, and the exploitation and missing team for the whole county.'],
  ['wexby-council', 'Wexby Borough Council', 'Wexby Council', 'council', 'wexby.example', '01632 960120', -1400, 'Community safety, environmental health, licensing and housing options for the county town.'],
  ['saltreach-council', 'Saltreach District Council', 'Saltreach Council', 'council', 'saltreach.example', '01632 960140', -1380, 'Community safety, private-sector housing and licensing for the coast and the villages behind it.'],
  ['merrowshire-county', 'Merrowshire County Council', 'County Council', 'social-care', 'merrowshire.example', '01632 960160', -1400, 'Adults\' and children\'s social care, early help and youth justice.'],
  ['fallowgate-homes', 'Fallowgate Homes', 'Fallowgate', 'housing', 'fallowgate.example', '01632 960180', -1350, 'A housing association with about 6,200 homes in Wexby, Saltreach and Netherfold.'],
  ['merrow-vale-health', 'Merrow Vale NHS Foundation Trust', 'Merrow Vale', 'health', 'merrowvale.example', '01632 960200', -1200, 'Community mental health, crisis, street triage and memory assessment.'],
  ['merrowshire-probation', 'Merrowshire Probation', 'Probation', 'probation', 'probation.example', '01632 960220', -1300, 'Supervision in the community and resettlement from custody.'],
  ['merrowshire-fire', 'Merrowshire Fire and Rescue', 'Fire and Rescue', 'fire', 'merrowshire-fire.example', '01632 960240', -1300, 'Response, home safety visits and fire setting work with children.'],
  ['rowan-door', 'Rowan Door', 'Rowan Door', 'charity', 'rowandoor.example', '01632 960260', -1100, 'A domestic-abuse charity: independent advocates, refuge, and work with children.'],
  ['sandling-recovery', 'Sandling Recovery', 'Sandling', 'charity', 'sandling.example', '01632 960280', -1000, 'Drug and alcohol treatment, outreach and a recovery house.'],
  ['labour-standards', 'Labour Standards Authority', 'Labour Standards', 'labour', 'labourstandards.example', '01632 960300', -620, 'Investigates labour exploitation. A first responder for the National Referral Mechanism.'],
  ['wexmere-learning', 'Wexmere Learning Trust', 'Wexmere Schools', 'school', 'wexmere.example', '01632 960320', -900, 'Four secondary academies and a pupil referral unit.'],
  ['merrowshire-victim-care', 'Merrowshire Victim Care', 'Victim Care', 'victims', 'victimcare.example', '01632 960340', -1150, 'Practical and emotional support for anybody harmed by crime or antisocial behaviour.'],
  ['pennant-row', 'Pennant Row Housing Co-operative', 'Pennant Row', 'housing', 'pennantrow.example', '01632 960360', -160, 'Forty-one homes run by their tenants. Signed the county agreement; nothing has been shared with it yet.'],
  ['wexby-wardens', 'Wexby Town Wardens', 'Town Wardens', 'wardens', 'wexbywardens.example', '01632 960380', -700, 'Daytime wardens paid for by the town\'s traders.'],
  ['quayside-shelter', 'Quayside Night Shelter', 'Quayside Shelter', 'charity', 'quaysideshelter.example', '01632 960390', -480, 'Eighteen emergency beds and a day room in Saltreach.'],
]

export function agencies(cal: Calendar): Agency[] {
  return rows.map(([slug, name, short, kind, emailDomain, phone, joined, about]) => ({
    slug, name, short, kind, about, emailDomain, phone, joinedOn: cal.day(joined),
    ...(slug === 'wexby-wardens' && {
      suspended: { on: cal.day(-24), reason: 'A warden\'s phone was lost unlocked. Suspended until the training and device checks are shown to be done.' },
    }),
  }))
}

/** Every agency by its slug. */
export const agencySlugs = rows.map(([slug]) => slug)
