// The agencies of Merrowshire, and the agreements they share under.
import type { Calendar } from './calendar.ts'
import type { Agency, AgencyKind, Agreement } from './shape.ts'

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

const everybody = rows.map(([slug]) => slug).filter(slug => slug !== 'quayside-shelter' && slug !== 'labour-standards')

export function agreements(cal: Calendar): Agreement[] {
  const parties = (slugs: string[], from: number) => slugs.map(agency => ({ agency, from: cal.day(from) }))
  return [
    {
      slug: 'county-community-safety', reference: 'MER-ISA-1',
      title: 'Merrowshire Community Safety Information Sharing Agreement',
      purposes: ['Prevent and reduce antisocial behaviour and crime', 'Protect people at risk of harm', 'Support people with several needs at once'],
      programmes: ['asb', 'general-support'],
      dataTypes: ['Name and contact details', 'What happened, and where', 'Risk and need', 'Work done and its result', 'Health, where it is needed to keep somebody safe'],
      gateway: 'Crime and Disorder Act 1998, section 115; Children Act 2004, sections 10 and 11; Care Act 2014, section 6',
      basis: 'UK GDPR, Article 6(1)(e) and Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraphs 6 and 18',
      startsOn: cal.day(-1050), reviewOn: cal.day(41), endsOn: cal.day(406), lead: 'wexby-council',
      parties: [...parties(everybody.filter(a => a !== 'pennant-row'), -1050), ...parties(['pennant-row'], -150)],
      clauses: [
        { number: '4.1', words: 'Each party shares only what the purpose in front of it needs, case by case, and writes down why.' },
        { number: '4.3', words: 'A share has an end. It is looked at again no later than six months after it began.' },
        { number: '5.2', words: 'Health information is shared to keep somebody safe, by the agency that holds it, and is marked sensitive.' },
        { number: '7.1', words: 'A person who may cause harm is never told who spoke of them.' },
      ],
    },
    {
      slug: 'modern-slavery-operations', reference: 'MER-ISA-4',
      title: 'Merrowshire Modern Slavery Operations Agreement',
      purposes: ['Find and protect people who may be victims of modern slavery', 'Disrupt labour exploitation'],
      programmes: ['modern-slavery'],
      dataTypes: ['Premises and who runs them', 'Graded reports', 'People found and how they are linked', 'Interview records', 'Referrals and their results'],
      gateway: 'Modern Slavery Act 2015, section 52; Crime and Disorder Act 1998, section 115',
      basis: 'UK GDPR, Article 6(1)(e); Data Protection Act 2018, Part 3, for the parties that enforce the law',
      startsOn: cal.day(-330), reviewOn: cal.day(35), endsOn: cal.day(400), lead: 'labour-standards',
      parties: parties(['labour-standards', 'merrowshire-police', 'wexby-council', 'saltreach-council', 'merrowshire-fire', 'merrowshire-county'], -330),
      clauses: [
        { number: '3.2', words: 'Until an operation begins its premises are known only to named workers.' },
        { number: '3.6', words: 'Everybody found working is treated as a possible victim first.' },
        { number: '6.1', words: 'Information is not used for immigration purposes without a separate decision, written down.' },
      ],
    },
    {
      slug: 'domestic-abuse-safety', reference: 'MER-ISA-3',
      title: 'Merrowshire Domestic Abuse Safety Agreement',
      purposes: ['Keep people safe from domestic abuse'],
      programmes: ['general-support', 'asb'],
      dataTypes: ['Safe ways to make contact', 'Risk', 'Safety plan', 'Children in the household'],
      gateway: 'Domestic Abuse Act 2021; Crime and Disorder Act 1998, section 115',
      basis: 'UK GDPR, Article 6(1)(e) and Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 18',
      startsOn: cal.day(-500), reviewOn: cal.day(96), endsOn: cal.day(461), lead: 'rowan-door',
      parties: parties(['rowan-door', 'merrowshire-police', 'merrowshire-county', 'fallowgate-homes', 'merrowshire-victim-care', 'merrow-vale-health'], -500),
      clauses: [
        { number: '2.1', words: 'Nothing is written where the person who causes harm could come upon it.' },
        { number: '2.4', words: 'A safe address is shown only to those who must go there.' },
      ],
    },
    {
      slug: 'emergency-beds', reference: 'MER-ISA-5',
      title: 'Saltreach Emergency Beds Sharing Agreement',
      purposes: ['Get people who sleep rough into a bed and keep them there'],
      programmes: ['general-support'],
      dataTypes: ['Name', 'Where somebody was last seen', 'Needs and offers', 'Bed nights'],
      gateway: 'Housing Act 1996, Part 7; Crime and Disorder Act 1998, section 115',
      basis: 'UK GDPR, Article 6(1)(e); Data Protection Act 2018, Schedule 1, paragraph 6',
      startsOn: cal.day(-390), reviewOn: cal.day(-40), endsOn: cal.day(-19), lead: 'saltreach-council',
      parties: parties(['saltreach-council', 'wexby-council', 'quayside-shelter', 'sandling-recovery', 'merrow-vale-health'], -390),
      clauses: [{ number: '8.1', words: 'The agreement ends at the end of the funded year unless every party signs again.' }],
    },
  ]
}
