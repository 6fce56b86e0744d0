// The agreements that the agencies of Merrowshire share under.
import { agencySlugs } from './agencies.ts'
import type { Calendar } from './calendar.ts'
import type { Agreement } from './shape.ts'

export const agreements = (cal: Calendar): Agreement[] => [countySafety(cal), modernSlavery(cal), domesticAbuse(cal), emergencyBeds(cal)]

const everybody = agencySlugs.filter(slug => slug !== 'quayside-shelter' && slug !== 'labour-standards')

const signed = (cal: Calendar, slugs: string[], from: number) => slugs.map(agency => ({ agency, from: cal.day(from) }))

function countySafety(cal: Calendar): Agreement {
  return {
    slug: 'county-community-safety', reference: 'MER-ISA-1',
    title: 'Merrowshire Community Safety Information Sharing Agreement',
    purposes: ['Prevent and reduce antisocial behaviour and crime', 'Protect people at risk of harm', 'Support people with several needs at once'],
    programmes: ['asb', 'general-support'],
    dataTypes: ['Name and contact details', 'What happened, and where', 'Risk and need', 'Work done and its result', 'Health, where it is needed to keep somebody safe'],
    gateway: 'Crime and Disorder Act 1998, section 115; Children Act 2004, sections 10 and 11; Care Act 2014, section 6',
    basis: 'UK GDPR, Article 6(1)(e) and Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraphs 6 and 18',
    startsOn: cal.day(-1050), reviewOn: cal.day(41), endsOn: cal.day(406), lead: 'wexby-council',
    parties: [...signed(cal, everybody.filter(a => a !== 'pennant-row'), -1050), ...signed(cal, ['pennant-row'], -150)],
    clauses: [
      { number: '4.1', words: 'Each party shares only what the purpose in front of it needs, case by case, and writes down why.' },
      { number: '4.3', words: 'A share has an end. It is looked at again no later than six months after it began.' },
      { number: '5.2', words: 'Health information is shared to keep somebody safe, by the agency that holds it, and is marked sensitive.' },
      { number: '7.1', words: 'A person who may cause harm is never told who spoke of them.' },
    ],
  }
}

function modernSlavery(cal: Calendar): Agreement {
  return {
    slug: 'modern-slavery-operations', reference: 'MER-ISA-4',
    title: 'Merrowshire Modern Slavery Operations Agreement',
    purposes: ['Find and protect people who may be victims of modern slavery', 'Disrupt labour exploitation'],
    programmes: ['modern-slavery'],
    dataTypes: ['Premises and who runs them', 'Graded reports', 'People found and how they are linked', 'Interview records', 'Referrals and their results'],
    gateway: 'Modern Slavery Act 2015, section 52; Crime and Disorder Act 1998, section 115',
    basis: 'UK GDPR, Article 6(1)(e); Data Protection Act 2018, Part 3, for the parties that enforce the law',
    startsOn: cal.day(-330), reviewOn: cal.day(35), endsOn: cal.day(400), lead: 'labour-standards',
    parties: signed(cal, ['labour-standards', 'merrowshire-police', 'wexby-council', 'saltreach-council', 'merrowshire-fire', 'merrowshire-county'], -330),
    clauses: [
      { number: '3.2', words: 'Until an operation begins its premises are known only to named workers.' },
      { number: '3.6', words: 'Everybody found working is treated as a possible victim first.' },
      { number: '6.1', words: 'Information is not used for immigration purposes without a separate decision, written down.' },
    ],
  }
}

function domesticAbuse(cal: Calendar): Agreement {
  return {
    slug: 'domestic-abuse-safety', reference: 'MER-ISA-3',
    title: 'Merrowshire Domestic Abuse Safety Agreement',
    purposes: ['Keep people safe from domestic abuse'],
    programmes: ['general-support', 'asb'],
    dataTypes: ['Safe ways to make contact', 'Risk', 'Safety plan', 'Children in the household'],
    gateway: 'Domestic Abuse Act 2021; Crime and Disorder Act 1998, section 115',
    basis: 'UK GDPR, Article 6(1)(e) and Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 18',
    startsOn: cal.day(-500), reviewOn: cal.day(96), endsOn: cal.day(461), lead: 'rowan-door',
    parties: signed(cal, ['rowan-door', 'merrowshire-police', 'merrowshire-county', 'fallowgate-homes', 'merrowshire-victim-care', 'merrow-vale-health'], -500),
    clauses: [
      { number: '2.1', words: 'Nothing is written where the person who causes harm could come upon it.' },
      { number: '2.4', words: 'A safe address is shown only to those who must go there.' },
    ],
  }
}

function emergencyBeds(cal: Calendar): Agreement {
  return {
    slug: 'emergency-beds', reference: 'MER-ISA-5',
    title: 'Saltreach Emergency Beds Sharing Agreement',
    purposes: ['Get people who sleep rough into a bed and keep them there'],
    programmes: ['general-support'],
    dataTypes: ['Name', 'Where somebody was last seen', 'Needs and offers', 'Bed nights'],
    gateway: 'Housing Act 1996, Part 7; Crime and Disorder Act 1998, section 115',
    basis: 'UK GDPR, Article 6(1)(e); Data Protection Act 2018, Schedule 1, paragraph 6',
    startsOn: cal.day(-390), reviewOn: cal.day(-40), endsOn: cal.day(-19), lead: 'saltreach-council',
    parties: signed(cal, ['saltreach-council', 'wexby-council', 'quayside-shelter', 'sandling-recovery', 'merrow-vale-health'], -390),
    clauses: [{ number: '8.1', words: 'The agreement ends at the end of the funded year unless every party signs again.' }],
  }
}
