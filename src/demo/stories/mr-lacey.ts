// Mr Lacey: 999 forty times a month, always for the same reason, and always real to him.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  {
    slug: 'edward-lacey', name: ['Edward', 'Lacey'], is: 'he', age: [83, '11-09'], home: '8-lavender-terrace', phone: '01632 960601', aliases: [['Ted']],
    needs: [['communication', 'Do not correct him about Jean. Ask about her.'], ['health', 'Alzheimer\'s disease, diagnosed this year. Hearing aids, if they are in.'], ['contact', 'Give your name and the word "bluebell", agreed with his niece.']],
    by: 'rajesh-pillai', day: -134,
  },
  { slug: 'jean-lacey', name: ['Jean', 'Lacey'], is: 'she', by: 'rajesh-pillai', day: -134 },
  { slug: 'catherine-poole', name: ['Catherine', 'Poole'], is: 'she', age: { about: 55, note: 'Niece' }, mobile: '07700 900603', by: 'rajesh-pillai', day: -129 },
  { slug: 'omar-farouk-neighbour', name: ['Omar', 'Farouk'], is: 'he', age: [40, '03-15'], mobile: '07700 900604', by: 'leon-whitlock', day: -120 },
]
export const relationships: Relationship[] = [
  { from: 'jean-lacey', to: 'edward-lacey', kind: 'wife of', note: 'Died four years ago' },
  { from: 'catherine-poole', to: 'edward-lacey', kind: 'niece of', note: 'Holds lasting power of attorney, health and money' },
  { from: 'omar-farouk-neighbour', to: 'edward-lacey', kind: 'neighbour of' },
]
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'mr-lacey', title: 'Repeat calls to 999, 8 Lavender Terrace', programme: 'general-support', stage: 'monitoring', agency: 'merrow-vale-health', lead: 'rajesh-pillai', opened: -134, nextReview: 11,
    summary: 'Mr Lacey, 83, rings the police at dusk because his wife is not home and there are men in the garden. She died four years ago; the men are his reflection. Calls have gone from forty a month to three.',
    people: [['edward-lacey', 'person supported'], ['jean-lacey', 'family', 'His wife, who died four years ago. He speaks of her every day'], ['catherine-poole', 'family contact', 'Attorney', -129], ['omar-farouk-neighbour', 'neighbour', 'Offered', -120]],
    places: [['8-lavender-terrace', 'home']],
    shares: [
      { to: 'merrowshire-police', tier: 'contribute', by: 'rajesh-pillai', day: -134, until: 60, reason: 'They take the calls' },
      { to: 'merrowshire-county', tier: 'contribute', by: 'rajesh-pillai', day: -130, until: 90, reason: 'Care assessment' },
      { to: 'merrowshire-fire', tier: 'contribute', by: 'rajesh-pillai', day: -125, until: 40, reason: 'Cooker left on twice' },
      { to: 'vulnerability-panel', tier: 'contribute', by: 'rajesh-pillai', day: -115, ended: [-53, 'priya-nair', 'Stepped down'], reason: 'Heard once' },
    ],
    aims: [['dusk', 'Dusk is not frightening', 'rajesh-pillai', -127], ['home', 'At home, in his own chair, as long as that is kind', 'rajesh-pillai', -127]],
    entries: [
      [-134, '10:30', 'referral', 'leon-whitlock', 'I keep going to this gentleman. 41 calls last month, all between 4 and 7 pm: wife late home, men in the garden. There are no men. He makes us tea and we look in the shed. Control room would like him "dealt with". I would like him looked after. He has a hospital letter on the fridge with Rajesh Pillai\'s name on it, so here I am.'],
      [-133, '14:00', 'phone', 'rajesh-pillai', 'Rang him. He was expecting Jean. We talked about where she might be: the market. He was glad I had not seen anything to worry about.', { sensitivity: 'sensitive' }],
      [-129, '11:20', 'visit', 'rajesh-pillai', 'With his niece Catherine there. Moderate Alzheimer\'s, sundowning. Garden doors are unlit glass from floor to ceiling: at dusk he sees a man looking in. The man has his cardigan on. I stood where he stands, and it frightened me.', { sensitivity: 'sensitive' }],
      [-128, '09:15', 'message', 'rajesh-pillai', 'To Leon and the control room sergeant: he is not a nuisance caller. He is reporting what he sees. Please can the call-taker ask about the market.'],
      [-125, '15:40', 'visit', 'emily-stroud', 'Cooker has a cut-out now. Alarm linked. He asked me twice if I was the new lodger and the second time offered me the good room.'],
      [-120, '17:30', 'visit', 'leon-whitlock', 'Met next door, Omar Farouk, who has been taking the bins in for a year and worried about "interfering". Happy to be rung. Works from home, and says half past four is about when he needs a cup of tea anyway.'],
      [-118, '16:10', 'note', 'rajesh-pillai', 'Curtains. Catherine hung them. Lamp on a timer for 3.45.'],
      [-111, '10:00', 'note', 'leon-whitlock', '9 calls this week. Was 11.'],
      [-110, '13:50', 'visit', 'adewale-bankole', 'Care assessment. He manages mornings better than I do. Eligible for a call at 4 pm; provider offered 5.30 "as that is the round". 5.30 is no use to anybody. Holding out for 4.'],
      [-104, '11:15', 'phone', 'adewale-bankole', 'Second provider: 4.15, same two carers. Yes.'],
      [-97, '16:20', 'visit', 'rajesh-pillai', 'Came for the bad hour. Carer, curtains, lamp, toast, the radio at the time Jean had it on. He looked at the curtains once. Then he told us about the dance where they met.'],
      [-82, '10:00', 'note', 'leon-whitlock', 'Month total 14.', { replaced: [['Month total 17.', 'leon-whitlock', 3, 'Three were from number 9, about a cat.']] }],
      [-76, '18:50', 'report', 'callum-reyes', 'Covering Wexby. Call at 17.20, carer had not come. Sat with him. Did not look in the shed as the note says not to; asked about the market instead. He said "she\'ll be talking". Twenty minutes, and I have had worse twenty minutes.', { wroteAfter: 1 }],
      [-75, '09:00', 'phone', 'adewale-bankole', 'Provider: carer\'s car. Agreed that from now on if she is late they ring Omar.'],
      [-56, '14:20', 'meeting', 'priya-nair', 'Panel: stepped down with thanks. Asked whether others on the repeat-caller list might be the same. Control room to send Rajesh the top ten, with a basis worked out first.'],
      [-40, '12:30', 'visit', 'rajesh-pillai', 'Weight up 2 kg. Catherine is tired and says so. Carer\'s assessment for her, and a week off for her in the spring.', { sensitivity: 'sensitive' }],
      [-28, '03:40', 'report', 'tom-garside', 'Found in the street in slippers at 02.50 by a taxi driver, looking for the bus to the market. Not hurt. Said bluebell and he came with me. Door sensor?', { wroteAfter: 2 }],
      [-27, '09:30', 'phone', 'rajesh-pillai', 'Talked with Catherine about Tom\'s question. Sensor on the door that rings her and Omar; no locks. He has walked all his life.'],
      [-20, '10:30', 'outcome', 'emily-stroud', 'Sensor in, tested at 11 at night with Omar in his dressing gown.'],
      [-8, '10:00', 'note', 'leon-whitlock', 'Month total 3. One of those was to thank us.'],
    ],
    tasks: [
      { words: 'Carer\'s assessment for Catherine', by: 'rajesh-pillai', day: -40, to: 'adewale-bankole', due: -11 },
      { words: 'Agree the basis for the top-ten list with information governance', by: 'priya-nair', day: -56, to: 'judith-crane', due: 7 },
      { words: 'Note for control-room screens', by: 'leon-whitlock', day: -128, to: 'leon-whitlock', due: -121, done: [-123, 'leon-whitlock', 'On the address. "Ask about the market."'] },
      { words: 'Herbert protocol form filled in with Catherine', by: 'tom-garside', day: -27, to: 'leon-whitlock', due: -16, done: [-17, 'leon-whitlock', 'Done. Market, chapel, his old school.'] },
    ],
    documents: [{ title: 'For whoever takes the call', type: 'txt', by: 'leon-whitlock', day: -123, content: 'MR LACEY, 8 LAVENDER TERRACE\n\nHe is not wasting our time.\nAsk about Jean and the market.\nDo not tell him she has died. He has to lose her again each time.\nIf he says there is a man, say: shall we draw the curtains?\nThen ring Omar next door.\nSend somebody if he is outside, or ill, or you are not sure.' }],
    messages: [[-111, '10:05', 'leon-whitlock', ['rajesh-pillai'], '11 to 9. Is that the curtains or the weather?'], [-111, '10:20', 'rajesh-pillai', ['leon-whitlock'], 'Curtains. Ask me again next week.'], [-8, '10:10', 'leon-whitlock', ['rajesh-pillai'], '3.']],
    outcomes: [['merrow-vale-health', 'rajesh-pillai', -8, 'Repeat calls reduced', '41 a month to 3', 'edward-lacey']],
    looks: [['rajesh-pillai', -8, '11:00'], ['leon-whitlock', -8, '09:55'], ['adewale-bankole', -14, '15:15']],
  },
]
