// Tez: a man who slept in a church porch, and the long business of a bed.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  {
    slug: 'terence-moody', name: ['Terence', 'Moody'], knownAs: 'Tez', is: 'he', age: { about: 47, note: 'Gives 1979, hospital has 1978' }, aliases: [['Tez'], ['Terry Moody'], ['Terence Mooney', 'Prison record']],
    contact: 'Porch before 7, library after 10, or ask Gareth.', needs: [['health', 'Leg ulcers, both. Dressings Tuesday and Friday.'], ['communication', 'Deaf in the left ear. Sit on his right.'], ['access', 'Has a dog, Biscuit. No dog, no bed.']],
    warnings: [{ do: 'Do not wake him by touch', because: 'Startles badly; means nothing by it', by: 'ben-hallam', day: -190, review: 40 }],
    by: 'ben-hallam', day: -233,
  },
  { slug: 'carly-moody', name: ['Carly', 'Moody'], is: 'she', age: { about: 24, note: 'Daughter; he counts it on his fingers' }, by: 'gareth-lomax', day: -92 },
]

export const relationships: Relationship[] = [{ from: 'carly-moody', to: 'terence-moody', kind: 'daughter of', note: 'Not in touch for nine years until this summer' }]
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'tez-moody', title: 'Tez, sleeping at St Olave\'s porch', programme: 'general-support', stage: 'working', agency: 'wexby-council', lead: 'ben-hallam', opened: -233, nextReview: 6, period: [-26, 64],
    summary: 'Tez, about 47, slept rough in the porch of St Olave\'s with his dog. Alcohol, leg ulcers, two failed tenancies. At Cross Keys since last month, which is longer than anybody bet on, him included.',
    people: [['terence-moody', 'person supported'], ['carly-moody', 'family contact', 'Tez told Gareth', -92]],
    places: [['st-olaves-porch', 'sleeping place'], ['multi-storey-level-4', 'sleeping place in rain'], ['cross-keys-house', 'home now']],
    shares: [
      { to: 'sandling-recovery', tier: 'contribute', by: 'ben-hallam', day: -231, until: 120, reason: 'Outreach and treatment' },
      { to: 'merrow-vale-health', tier: 'contribute', by: 'ben-hallam', day: -180, until: 60, reason: 'Street triage and nursing' },
      { to: 'wexby-neighbourhood', tier: 'contribute', by: 'ben-hallam', day: -225, until: 60, reason: 'They see him most days' },
      { to: 'wexby-wardens', tier: 'read', by: 'ben-hallam', day: -225, until: 30, reason: 'Wardens see him in the mornings' },
      { to: 'quayside-shelter', tier: 'contribute', by: 'ben-hallam', day: -228, until: 30, reason: 'Emergency bed', agreement: 'emergency-beds' },
      { to: 'merrowshire-probation', tier: 'pointer', by: 'ben-hallam', day: -200, until: 30, reason: 'Old licence, in case he comes back to them' },
    ],
    aims: [['bed', 'Ninety nights indoors, counted by Tez', 'ben-hallam', -26], ['legs', 'Both legs healed', 'anna-lindqvist', -178], ['carly', 'A cup of tea with Carly', 'gareth-lomax', -60]],
    entries: [
      [-233, '06:20', 'visit', 'ben-hallam', 'Found in the porch on the early walk. One man, one dog (brown, elderly, in better coat than his). Gave his name as Tez. Tea yes, talk no.'],
      [-231, '06:35', 'visit', 'gareth-lomax', 'With Ben. Said good morning to the dog first, which turned out to be the right order. Vodka, about a bottle. Not interested in "another service". Fair enough.'],
      [-226, '06:30', 'visit', 'ben-hallam', 'Offered an emergency bed at Quayside. "Do they take Biscuit." They do not. Then no.'],
      [-225, '11:00', 'phone', 'ben-hallam', 'Asked Quayside about dogs. Insurance.'],
      [-222, '10:15', 'phone', 'colette-byrne', 'We could take him if the dog went to the kennels overnight, two streets away, free. Would he?'],
      [-221, '06:40', 'visit', 'ben-hallam', 'Put that to him. Did not answer, pulled the blanket over both of them.'],
      [-204, '05:50', 'note', 'leon-whitlock', 'Bitter wind, rain coming in sideways. Checked on him at 01.00 and 05.00. Vicar has left the inner door open and says she did not.', { wroteAfter: 3 }],
      [-190, '07:10', 'note', 'ben-hallam', 'He hit out when a street cleaner touched his shoulder. Nobody hurt, both sorry. Instruction added. He told me about it himself before anyone else did.'],
      [-183, '09:30', 'message', 'ben-hallam', 'Asked street triage whether a nurse could look at his legs where he is, because he will not go to the surgery since the last time.'],
      [-180, '07:00', 'visit', 'anna-lindqvist', 'Both lower legs ulcerated, one infected, socks stuck. Soaked them off with warm water on the church step, took forty minutes, did not complain once. Antibiotics arranged. He needs these done twice a week and I have said so to everyone who will listen.', { sensitivity: 'sensitive' }],
      [-172, '07:15', 'visit', 'anna-lindqvist', 'Third dressing. Left leg better. He has started saving me the dry step.'],
      [-160, '14:20', 'phone', 'ben-hallam', 'Housing options say two abandoned tenancies and former arrears of £611, so not a priority for anything with a door. Asked for that in writing.'],
      [-151, '12:40', 'report', 'tom-garside', 'Trader on Cornmarket reports him for begging and for "putting people off". Watched for an hour: he sat, somebody gave him a sandwich, he gave half to the dog. No offence and no action. I have told the trader that, and told Tez that somebody is cross.'],
      [-140, '06:45', 'visit', 'gareth-lomax', 'Talked about drinking for the first time. Wakes shaking at 4. Twice tried to stop on his own and fitted. Told him not to stop suddenly: cut by a little and we will plan a proper detox when there is somewhere to come back to. Drink diary on the back of a church newsletter.'],
      [-126, '07:05', 'visit', 'gareth-lomax', 'Diary: three quarters of a bottle, most days. That is him, not me.'],
      [-119, '06:30', 'visit', 'ben-hallam', 'Not at the porch. Not at the car park. Bag gone.'],
      [-118, '06:30', 'visit', 'ben-hallam', 'Not there.'],
      [-117, '09:20', 'phone', 'ben-hallam', 'Rang round: hospital no, custody no, Quayside no. Asked wardens and Leon to look for the dog rather than the man.'],
      [-116, '13:35', 'phone', 'leon-whitlock', 'Found. Biscuit was poorly and he had walked her to the vet charity in Brackenwell, nine miles. She has had two teeth out. He carried her back.'],
      [-104, '10:00', 'meeting', 'ben-hallam', 'Case discussion. Anna: legs will not heal outdoors. Gareth: detox bed needs an address to return to. Housing: no address without engagement. I drew it as a circle on the whiteboard and asked which of us was going to step out of it. Cross Keys said they would think about a dog.'],
      [-92, '15:00', 'visit', 'gareth-lomax', 'He talked about Carly, his daughter. Has not seen her since she was fifteen. Keeps a school photograph in the dog\'s coat pocket because "she don\'t lose things".', { sensitivity: 'sensitive' }],
      [-71, '16:10', 'phone', 'ben-hallam', 'Cross Keys manager has written a dog policy. One page. It mentions biscuits.'],
      [-60, '07:00', 'visit', 'ben-hallam', 'Took him the page and read it on his right side. "Who else is in there." Went through who. "I\'ll look."'],
      [-47, '11:00', 'visit', 'ben-hallam', 'Looked round Cross Keys, 20 minutes, stood in the doorway of room 6 for ten of them. Walked out. Said the ceiling was low. It is.'],
      [-33, '06:40', 'visit', 'gareth-lomax', 'Heavy rain for three days, porch wet through. He asked ME if room 6 was still going.'],
      [-26, '14:00', 'outcome', 'ben-hallam', 'Moved into room 6 with Biscuit. He has put the mattress on the floor and left the window open. Staff have been told both are all right.'],
      [-25, '08:30', 'phone', 'ben-hallam', 'Stayed the night. So did the dog.'],
      [-19, '10:00', 'visit', 'anna-lindqvist', 'Dressings in a warm room with a lamp. Right leg closing.', { sensitivity: 'sensitive' }],
      [-15, '23:20', 'note', 'leon-whitlock', 'In the porch at 23.00, drunk, upset, says he cannot breathe in there. Sat with him a bit. Walked him back at 00.40 and he let me.', { wroteAfter: 8 }],
      [-14, '11:30', 'visit', 'ben-hallam', 'Ashamed about last night and expecting to be thrown out. Told him nights out are not counted against nights in. Manager has found him a room at the back with a door to the yard.'],
      [-7, '12:10', 'phone', 'gareth-lomax', 'Detox bed offered, six weeks from now. He said put it on the paper then, on the wall. It is on the wall.'],
      [-2, '15:40', 'visit', 'ben-hallam', '24 nights of 26 by his own count, in biro, on the back of the door. He has asked if someone would help him write to Carly. He wants to do the envelope himself.', { replaced: [['23 nights of 26 by his own count. He has asked if someone would help him write to Carly.', 'ben-hallam', 0, 'I counted the biro marks again in the photo.']] }],
    ],
    tasks: [
      { words: 'Help Tez write to Carly, and find out where a letter would reach her', by: 'ben-hallam', day: -2, to: 'gareth-lomax', due: 5, aim: 'carly' },
      { words: 'Detox and coming home again: a slot at panel', by: 'ben-hallam', day: -5, to: 'priya-nair', due: 1, aim: 'bed' },
      { words: 'Housing options decision in writing', by: 'ben-hallam', day: -160, to: 'ben-hallam', due: -146, done: [-139, 'ben-hallam', 'Refusal letter received and challenged; withdrawn a month later'] },
      { words: 'Dressings at Cross Keys, Tuesday and Friday', by: 'ben-hallam', day: -26, to: 'anna-lindqvist', due: -1, aim: 'legs' },
      { words: 'Detox bed date confirmed', by: 'gareth-lomax', day: -7, to: 'gareth-lomax', due: 14, aim: 'bed' },
      { words: 'Personal independence payment form', by: 'ben-hallam', day: -24, to: 'ben-hallam', due: -5 },
      { words: 'Annual injections for Biscuit', by: 'leon-whitlock', day: -110, to: 'leon-whitlock', due: -90, done: [-94, 'leon-whitlock', 'Vet charity, no charge. He gave them a drawing.'] },
    ],
    documents: [
      { title: 'Dog policy, Cross Keys House', type: 'pdf', by: 'ben-hallam', day: -71, content: 'Dogs at Cross Keys House\n\nA resident may keep one dog.\nThe dog sleeps in the resident\'s room.\nThe dog goes out by the yard.\nIf the resident goes into hospital, we look after the dog.\nIf the dog is unhappy we will talk about it before anybody decides anything.\nBiscuits are in the office.' },
      { title: 'Drink diary', type: 'txt', by: 'gareth-lomax', day: -126, sensitivity: 'sensitive', content: 'Mon 3/4\nTue 3/4\nWed all of it (rain)\nThu 3/4\nFri 1/2!\nSat 3/4\nSun 3/4 vicar gave me soup' },
    ],
    messages: [
      [-116, '13:50', 'ben-hallam', ['leon-whitlock'], 'Nine miles. Thank you for looking for the dog.'],
      [-14, '12:00', 'ben-hallam', ['gareth-lomax', 'anna-lindqvist'], 'Back room with its own door from today. Please knock on the yard side.'],
      [-2, '16:05', 'ben-hallam', ['priya-nair'], 'Panel slot for Tez please, ten minutes, good news mostly.'],
      [-1, '09:40', 'gareth-lomax', ['ben-hallam'], 'I think I know where Carly works. I am not going to look her up without asking her first. Can we talk about how?'],
    ],
    looks: [['ben-hallam', -2, '15:30'], ['gareth-lomax', -1, '09:30'], ['leon-whitlock', -15, '22:50'], ['colette-byrne', -35, '18:00'], ['steve-marlow', -30, '08:15']],
  },
]
