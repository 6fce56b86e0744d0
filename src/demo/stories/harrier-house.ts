// Harrier House: rent arrears that were never really about rent.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  { slug: 'shanice-bryant', name: ['Shanice', 'Bryant'], is: 'she', age: [31, '10-02'], home: '3-harrier-house', mobile: '07700 900591', email: 'shanice.b@post.example', contact: 'Text in working hours; she cannot take calls on shift.', by: 'agnieszka-wolska', day: -99 },
  { slug: 'micah-bryant', name: ['Micah', 'Bryant'], is: 'he', age: [4, '01-17'], home: '3-harrier-house', needs: [['health', 'Sickle cell trait noted by mum; not an illness.']], by: 'agnieszka-wolska', day: -99 },
  { slug: 'gloria-bryant', name: ['Gloria', 'Bryant'], is: 'she', age: [59, '06-28'], mobile: '07700 900593', by: 'agnieszka-wolska', day: -70 },
]
export const relationships: Relationship[] = [
  { from: 'shanice-bryant', to: 'micah-bryant', kind: 'mother of' },
  { from: 'gloria-bryant', to: 'shanice-bryant', kind: 'mother of' },
]
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'harrier-house', title: 'Tenancy at risk, 3 Harrier House', programme: 'general-support', stage: 'working', agency: 'fallowgate-homes', lead: 'agnieszka-wolska', opened: -99, nextReview: 13, period: [-92, 90],
    summary: 'Shanice, 31, care assistant, one child. £2,140 in arrears after a change of shifts broke her universal credit. Notice served and now on hold. She has never missed an appointment with us, only the letters.',
    people: [['shanice-bryant', 'person supported'], ['micah-bryant', 'child in the household'], ['gloria-bryant', 'family contact', 'Shanice brought her', -70]],
    places: [['3-harrier-house', 'home'], ['harrier-house', 'block']],
    shares: [
      { to: 'early-help-wexby', tier: 'contribute', by: 'agnieszka-wolska', day: -85, until: 45, reason: 'Childcare and nursery hours' },
      { to: 'wexby-council', tier: 'contribute', by: 'agnieszka-wolska', day: -90, until: 60, reason: 'Discretionary housing payment; homelessness prevention' },
      { to: 'rowan-door', tier: 'headline', by: 'agnieszka-wolska', day: -61, until: 60, reason: 'Shanice asked us to, in case she rings them', agreement: 'domestic-abuse-safety' },
    ],
    aims: [['keep', 'Keep the flat', 'agnieszka-wolska', -92], ['post', 'Open the post together until she can open it alone', 'agnieszka-wolska', -92, -34], ['hours', 'Hours that fit nursery', 'kirsty-muir', -80]],
    entries: [
      [-99, '11:30', 'referral', 'martin-sedge', 'Passing this to Agnieszka before it goes to court. Arrears £2,140, no reply to four letters, notice expires {on:+28}. I know Shanice, she grew up in the block. Something has gone wrong.'],
      [-97, '17:45', 'visit', 'agnieszka-wolska', 'Called after her shift. She thought I was bailiffs and stood behind the door. When she let me in: a carrier bag of unopened post, a spotless flat, Micah asleep. She is paid four-weekly; one month there are two pay days and universal credit stops, then it takes five weeks to start again. This has happened three times. Nobody had explained it to her as arithmetic. I drew it on the back of an envelope.'],
      [-92, '10:00', 'visit', 'agnieszka-wolska', 'Opened the bag together. 43 letters. Eleven were the same letter. One was a cheque for £86.'],
      [-90, '14:10', 'phone', 'owen-price', 'Put Agnieszka through to housing options and stayed on the line. Duty accepted to prevent homelessness. DHP form started.'],
      [-85, '09:20', 'phone', 'agnieszka-wolska', 'On hold to universal credit 52 minutes, with Shanice on speaker in her break. Cut off at minute 53.'],
      [-85, '13:05', 'phone', 'agnieszka-wolska', 'Again. 31 minutes. They agree that the surplus earnings rule was applied twice. Will look at it. No reference number "for that sort of thing". I have the name, the time and the desk.'],
      [-80, '16:00', 'visit', 'kirsty-muir', 'Nursery will do 7.30 if two other parents want it. They do: I asked at the gate.'],
      [-73, '12:00', 'decision', 'martin-sedge', 'Notice on hold for eight weeks on Agnieszka\'s word and mine. Income team not delighted. Plan: rent plus £25 a month.'],
      [-70, '18:10', 'visit', 'agnieszka-wolska', 'Her mum Gloria was there. Proud lady, had not known. Some hard words and then a hug. Gloria can have Micah on Wednesdays.'],
      [-64, '17:20', 'visit', 'agnieszka-wolska', 'A small thing: Shanice asked that I do not leave cards, because of who else might pick them up. I asked who. "Nobody now." Left it there, and asked if she would like a number. Yes.', { sensitivity: 'sensitive' }],
      [-58, '10:15', 'phone', 'agnieszka-wolska', 'DHP refused: "income sufficient on average". On average nobody drowns either. Asked for it to be looked at again.'],
      [-49, '15:40', 'outcome', 'agnieszka-wolska', 'Universal credit: overpaid deduction reversed, £612 back to her, and it goes straight on the rent account because she said so before I could.'],
      [-41, '11:00', 'phone', 'owen-price', 'DHP reconsidered: £480.'],
      [-34, '17:30', 'visit', 'agnieszka-wolska', 'Nothing to open. She had opened it all. Filed, even, in a shoe box with dividers made from cereal packet.'],
      [-22, '09:50', 'phone', 'agnieszka-wolska', 'Text at 6 am: Micah in hospital overnight with a chest infection, she has lost two shifts. Rang her at lunch. He is sitting up. Told the income team before they could see a missed payment.'],
      [-15, '16:45', 'visit', 'kirsty-muir', 'Micah home and in charge. Manager at the care home has put her on fixed days from next month: she asked for it in writing, with my help, on her phone, at the table.'],
      [-7, '10:20', 'note', 'agnieszka-wolska', 'Arrears £861. On plan. If the fixed days hold there will be no more five-week gaps.'],
    ],
    tasks: [
      { words: 'Income team to agree to withdraw the notice', by: 'agnieszka-wolska', day: -7, to: 'martin-sedge', due: 4, aim: 'keep' },
      { words: 'Check first fixed-days pay against universal credit', by: 'agnieszka-wolska', day: -7, to: 'agnieszka-wolska', due: 18, aim: 'keep' },
      { words: 'Early opening at nursery confirmed in writing', by: 'kirsty-muir', day: -80, to: 'kirsty-muir', due: -66, aim: 'hours', done: [-64, 'kirsty-muir', 'From 7.30, five children'] },
      { words: 'Contents insurance form', by: 'agnieszka-wolska', day: -34, to: 'agnieszka-wolska', due: -12 },
    ],
    documents: [{ title: 'Pay days and universal credit, drawn', type: 'png', by: 'agnieszka-wolska', day: -97, content: 'pay|pay + pay|stops|five weeks|starts' }, { title: 'Budget agreed', type: 'txt', by: 'agnieszka-wolska', day: -73, content: 'In\n  pay (four-weekly)    1,184\n  universal credit       402 (when it comes)\n  child benefit          104\n\nOut\n  rent share and 25 on top\n  nursery, bus, food, electric key\n  20 for Micah\'s shoes fund\n\nLeft: 31. Shanice: "31 is 31."' }],
    messages: [[-58, '10:40', 'agnieszka-wolska', ['owen-price'], 'Refused. Who reads the second one, and would they like to see a drawing?'], [-41, '11:05', 'owen-price', ['agnieszka-wolska'], 'They liked the drawing.']],
    outcomes: [['fallowgate-homes', 'agnieszka-wolska', -49, 'Income gained', '£612 universal credit corrected', 'shanice-bryant'], ['wexby-council', 'owen-price', -41, 'Income gained', '£480 discretionary housing payment', 'shanice-bryant']],
    looks: [['agnieszka-wolska', -7, '10:00'], ['martin-sedge', -6, '08:40'], ['lesley-ward', -73, '12:30']],
  },
]
