// Who was found, or named, in Operation Larkspur.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'

const interpreter = (language: string): [kind: 'language', words: string] => ['language', `${language} interpreter, by phone. Never a colleague from the wash.`]

export const people: PersonLine[] = [
  { slug: 'florin-matei', name: ['Florin', 'Matei'], is: 'he', age: [23, '05-17'], homeHidden: 'sensitive', mobile: '07700 900541', needs: [interpreter('Romanian')], contact: 'In safe accommodation. Contact through Helen Straker only.', by: 'ivan-dobrev', day: -23 },
  { slug: 'dorin-matei', name: ['Dorin', 'Matei'], is: 'he', age: [19, '10-29'], needs: [interpreter('Romanian')], by: 'ivan-dobrev', day: -23 },
  { slug: 'artan-leka', name: ['Artan', 'Leka'], is: 'he', age: { about: 35, note: 'Gave two birth years at interview, 1988 and 1991' }, aliases: [['Toni'], ['Artan Lleka', 'Spelling on the tenancy']], warnings: [{ do: 'Visit in twos, police present', because: 'Threatened an officer with a pressure lance', by: 'grace-adeyemi', day: -22, review: 68 }], by: 'helen-straker', day: -88 },
  { slug: 'gjergj-leka', name: ['Gjergj', 'Leka'], is: 'he', age: { about: 30, note: 'From Companies House: month and year only' }, aliases: [['George']], by: 'helen-straker', day: -70 },
  { slug: 'hung-tran', name: ['Hung', 'Tran Van'], is: 'he', age: { about: 16, note: 'Says 18. Social worker and nurse think 15 or 16. Treat as a child.' }, needs: [interpreter('Vietnamese')], contact: 'In the care of the county. Through Naomi Feldman only.', by: 'grace-adeyemi', day: -23 },
  { slug: 'sorin-bratu', name: ['Sorin', 'Bratu'], is: 'he', age: [41, '01-06'], mobile: '07700 900546', needs: [interpreter('Romanian')], by: 'ivan-dobrev', day: -23 },
  { slug: 'khalid-mirzai', name: ['Khalid', 'Mirzai'], is: 'he', age: [32, '08-21'], mobile: '07700 900547', needs: [['language', 'Pashto or English. English is good.']], by: 'sian-bevan', day: -23 },
  { slug: 'besnik-hoxhaj', name: ['Besnik', 'Hoxhaj'], is: 'he', age: [44, '03-30'], mobile: '07700 900548', by: 'rukhsana-mir', day: -23 },
  { slug: 'elena-bratu', name: ['Elena', 'Bratu'], is: 'she', age: { about: 38, note: 'Sorin\'s wife, age from him' }, contact: 'In Romania. Sorin rings her on Sundays.', by: 'ivan-dobrev', day: -19 },
  { slug: 'jason-pell', name: ['Jason', 'Pell'], is: 'he', age: [51, '07-12'], mobile: '07700 900549', by: 'sian-bevan', day: -60 },
]

export const relationships: Relationship[] = [
  { from: 'dorin-matei', to: 'florin-matei', kind: 'brother of' },
  { from: 'gjergj-leka', to: 'artan-leka', kind: 'cousin of', note: 'Artan says cousin, Companies House says same address' },
  { from: 'elena-bratu', to: 'sorin-bratu', kind: 'wife of' },
]

export const things: Thing[] = [
  { slug: 'lustrous-cleaning', kind: 'organisation', name: 'Lustrous Cleaning Services Ltd', about: 'Director Gjergj Leka. Two of the four washes pay rent through it.' },
  { slug: 'white-transit-larkspur', kind: 'vehicle', name: 'White Ford Transit, QV66 RWH', about: 'Takes workers between Ropewalk and the washes at 7.30 and 19.15' },
  { slug: 'ropewalk-household', kind: 'group', name: 'Ropewalk house', about: 'Nine men, three rooms, beds shared by shift' },
]

/** Further premises looked at and graded in the scoping, none of them visited in this operation. */
export const graded: [slug: string, line: string, town: string, postcode: string, name: string, grade: string, why: string][] = [
  ['wash-02', '9 Guildway', 'Wexby', 'WX2 4RD', 'Guildway Hand Wash', 'B', 'Cash only, prices below cost, no one on the books'],
  ['wash-03', 'Rear of 60 Cornmarket', 'Wexby', 'WX1 1BR', 'Cornmarket Valet', 'D', 'Father and two sons, licensed trade waste, no concerns'],
  ['wash-04', 'Hallowby Garage, Long Lane', 'Hallowby', 'WX7 3AE', 'Hallowby Garage Wash', 'D', 'Employed staff, payslips seen by licensing'],
  ['wash-05', 'Old Depot, Beacon Road', 'Saltreach', 'WX9 1BB', 'Beacon Sparkle', 'B', 'Owner linked to a closed wash in another county'],
  ['wash-06', '211 Netherfold Road', 'Wexby', 'WX4 1QH', 'Two-One-One Valeting', 'C', 'One anonymous report, not repeated'],
  ['wash-07', 'Brackenwell Services', 'Brackenwell', 'WX6 9AA', 'Services Hand Car Wash', 'C', 'Workers change often; nobody sleeps there'],
  ['wash-08', '3 Cliff Road', 'Thornmouth', 'WX9 8LA', 'Cliff Road Car Wash', 'D', 'Summer only, students'],
  ['wash-09', 'Unit 2, Kiln Lane', 'Netherfold', 'WX5 1KN', 'Kiln Lane Detailing', 'D', 'Appointment only, two employees'],
  ['wash-10', 'Lorry Park, Five Ways', 'Wexby', 'WX2 7RA', 'Truck and Van Wash', 'C', 'Complaints about chemicals in the drain'],
  ['wash-11', '15 Salthouse Way', 'Saltreach', 'WX8 1NX', 'Salthouse Express', 'A', 'Was B for its landlord alone; men from Station Approach seen working there'],
  ['wash-12', 'Car park, Riverside Retail', 'Wexby', 'WX2 3PP', 'Riverside Shine', 'D', 'National chain under contract, inspected'],
  ['wash-13', 'Ferry Road', 'Saltreach', 'WX8 5GE', 'Ferry Road Hand Wash', 'C', 'Closed on two visits; shutters down'],
]
