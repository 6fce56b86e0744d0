// Gallows Hill: off-road bikes on a common, a village at the end of its patience, and a gate.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  { slug: 'harriet-coombes', name: ['Harriet', 'Coombes'], is: 'she', age: [58, '05-25'], mobile: '07700 900581', contact: 'Parish clerk. Mornings.', by: 'tom-garside', day: -188 },
  { slug: 'dale-rooke', name: ['Dale', 'Rooke'], is: 'he', age: [19, '02-14'], home: '12-teasel-close', mobile: '07700 900582', by: 'leon-whitlock', day: -140 },
  { slug: 'connor-tapp', name: ['Connor', 'Tapp'], is: 'he', age: [16, '08-30'], by: 'leon-whitlock', day: -140 },
  { slug: 'wendy-rooke', name: ['Wendy', 'Rooke'], is: 'she', age: { about: 45, note: 'Dale\'s mother' }, home: '12-teasel-close', mobile: '07700 900584', by: 'leon-whitlock', day: -139 },
  { slug: 'ernest-vale', name: ['Ernest', 'Vale'], is: 'he', age: [84, '01-13'], phone: '01632 960585', by: 'leon-whitlock', day: -152 },
]
export const relationships: Relationship[] = [{ from: 'wendy-rooke', to: 'dale-rooke', kind: 'mother of' }]
export const things: Thing[] = [
  { slug: 'green-kawasaki', kind: 'vehicle', name: 'Green Kawasaki off-road bike, no plate', about: 'White number 7 on the front' },
  { slug: 'electric-bike-black', kind: 'vehicle', name: 'Black electric motorbike, no plate', about: 'Silent. Seen on the bridleway and outside the school' },
  { slug: 'common-riders', kind: 'group', name: 'Riders on the common', about: 'Six to nine, 15 to 22, mostly Netherfold. A messaging group arranges it on the day.' },
]

export const stories: Story[] = [
  {
    slug: 'gallows-hill', title: 'Nuisance bikes, Gallows Hill Common', programme: 'asb', stage: 'monitoring', agency: 'merrowshire-police', lead: 'tom-garside', opened: -188, nextReview: 14,
    summary: 'Off-road and electric bikes on the common and through Netherfold, worst on Sundays. One walker hurt. Two bikes seized, a gate that holds, and a legal place to ride eleven miles away that some of them actually use.',
    people: [['harriet-coombes', 'complainant', 'Parish clerk, speaks for about forty people'], ['ernest-vale', 'victim', 'Knocked down on the bridleway', -152], ['dale-rooke', 'subject', 'Riding, seen by Leon Whitlock', -140], ['connor-tapp', 'subject', 'Riding, seen by Leon Whitlock', -140], ['wendy-rooke', 'parent', undefined, -139]],
    places: [['gallows-hill-common', 'where it happens'], ['netherfold-parade', 'where they meet'], ['12-teasel-close', 'home of subject']],
    things: [['green-kawasaki', 'seized'], ['electric-bike-black', 'wanted'], ['common-riders', 'subject']],
    shares: [
      { to: 'wexby-council', tier: 'contribute', by: 'tom-garside', day: -186, until: 60, reason: 'Owner of the common; gates and orders' },
      { to: 'merrowshire-fire', tier: 'contribute', by: 'tom-garside', day: -130, until: 30, reason: 'Fuel found in the gorse' },
      { to: 'paul-denholm', tier: 'contribute', by: 'tom-garside', day: -136, until: 30, reason: 'Connor is 16' },
      { to: 'merrowshire-victim-care', tier: 'contribute', by: 'tom-garside', day: -151, ended: [-60, 'deborah-quill', 'Mr Vale is back on his feet and thanked us'], reason: 'Support for Mr Vale' },
      { to: 'fallowgate-homes', tier: 'read', by: 'tom-garside', day: -128, until: 30, reason: 'Landlord of Teasel Close' },
    ],
    aims: [['walk', 'Mr Vale walks to the seat and back', 'tom-garside', -148, -66], ['ride', 'Somewhere legal to ride', 'leon-whitlock', -120]],
    entries: [
      [-188, '09:10', 'phone', 'tom-garside', 'Harriet Coombes, parish clerk, with a spreadsheet: 61 reports by 38 people in four months. Wants to know how many it takes. Fair question, told her we had been counting them one at a time, which was our mistake.'],
      [-186, '10:00', 'meeting', 'owen-price', 'Met Tom at the gate. Lock cut again, third this year. Eleven access points on foot, four wide enough for a bike.'],
      [-179, '15:20', 'note', 'leon-whitlock', 'Sunday. Counted nine bikes, 13.00 to 15.00. Two without helmets. They wave.'],
      [-165, '19:00', 'meeting', 'tom-garside', 'Parish meeting, 90 people in a hall for 60. Two things said by different people: "they will kill somebody" and "they are our kids". Both clapped.'],
      [-152, '14:40', 'report', 'leon-whitlock', 'Ernest Vale, 84, knocked down on the bridleway by a green bike, number 7, which did not stop. Broken wrist. His wife\'s seat is up there; he goes on Sundays.', { grade: '1A', wroteAfter: 3 }],
      [-150, '11:15', 'visit', 'deborah-quill', 'Mr Vale, at his niece\'s. In plaster, cross about the plaster. Will not go up again "until somebody has a word". Not frightened exactly. Affronted.'],
      [-140, '13:55', 'report', 'leon-whitlock', 'Green bike, number 7, pushed by Dale Rooke, 19. Connor Tapp, 16, with an electric one. Dale says he bought it last week. His boots say otherwise. Section 59 warnings to both.'],
      [-139, '17:30', 'visit', 'leon-whitlock', 'Called on Dale\'s mum with the warning. She had not known about Mr Vale. Called Dale down. He went the colour of milk.'],
      [-138, '09:05', 'phone', 'tom-garside', 'Dale Rooke rang the station to say it was him. Attends tomorrow with his mum.'],
      [-137, '16:10', 'outcome', 'tom-garside', 'Interviewed. Full admission, no insurance, no licence. Bike seized. For court; I will say what he did about it.'],
      [-130, '12:20', 'visit', 'emily-stroud', 'Three cans of petrol in the gorse, forty metres from the scout hut. Removed. A dry month and a cigarette and you would lose the hill. Put that on a poster, in those words.'],
      [-121, '16:45', 'visit', 'paul-denholm', 'Connor. Bright, bored, fixes things. Not a lad who wants to frighten anybody. "There\'s nowhere." I looked it up, and there nearly isn\'t.'],
      [-118, '10:30', 'phone', 'leon-whitlock', 'Rang the trials club at Hallowby quarry. Saturdays, £6, helmets to borrow. They have been wanting juniors for years and nobody had asked.'],
      [-109, '14:00', 'decision', 'owen-price', 'Two kissing gates and a boulder line agreed with the commons officer. £7,400, half from the parish. Disabled access checked on the ground with a wheelchair user, and moved by a metre because of it.'],
      [-95, '13:30', 'report', 'tom-garside', 'Sunday with the drone and four officers. Five bikes. One seized (second warning). One rider went through the stream to get away and was helped out of it.'],
      [-88, '11:00', 'note', 'leon-whitlock', 'Took six of them to Hallowby in the community bus. Dale came, on foot, to hold the flags. Club chair says they can come again if they sweep up.'],
      [-70, '15:00', 'outcome', 'owen-price', 'Gates in.'],
      [-66, '14:10', 'note', 'deborah-quill', 'Mr Vale rang to say he had been up to the seat and back. There was a lad there who took his hat off.'],
      [-51, '09:40', 'phone', 'tom-garside', 'Harriet Coombes: complaints to the parish down from nine a week to one. The one is about the gates.'],
      [-44, '10:20', 'outcome', 'tom-garside', 'Dale in court: fine, points, and 40 hours. Bench had my statement about his coming in. He has asked to do the hours on the common.'],
      [-30, '20:15', 'report', 'leon-whitlock', 'Black electric bike outside Priory at home time, no lights, through the crowd. Not Connor; he was with me, as it happens, mending a puncture.'],
      [-9, '15:30', 'note', 'leon-whitlock', 'Sunday count: one. Last year\'s same Sunday: eight.'],
      [-2, '12:00', 'phone', 'tom-garside', 'Parish clerk wants to know when I am closing it. Told her: when we have the black one, or after two more quiet months, and that she will be asked.'],
    ],
    tasks: [
      { words: 'Trace the black electric bike', by: 'tom-garside', day: -30, to: 'wexby-neighbourhood', due: -3 },
      { words: 'Ring the parish clerk back with a date', by: 'tom-garside', day: -2, to: 'tom-garside', due: 0 },
      { words: 'Confirm minibus for Hallowby, next term', by: 'leon-whitlock', day: -40, to: 'leon-whitlock', due: 10, aim: 'ride' },
      { words: 'Section 59 signs replaced at all four entrances', by: 'owen-price', day: -70, to: 'owen-price', due: -50, done: [-48, 'owen-price', 'Up, and photographed'] },
      { words: 'Figures to the parish meeting', by: 'tom-garside', day: -9, to: 'tom-garside', due: 17 },
    ],
    documents: [{ title: 'Sunday counts', type: 'txt', by: 'leon-whitlock', day: -9, content: 'Sunday counts, 1 to 3 pm, from the seat\n\n9, 7, 8, 9, 6, 8, 5, 5 (drone), 3, 4, 2, gates in, 1, 2, 0, 0, 2, 1, 0, 1' }, { title: 'Gates and boulders', type: 'png', by: 'owen-price', day: -109, content: 'bridleway|gate 1|boulders|gate 2|scout hut' }],
    messages: [[-137, '16:30', 'tom-garside', ['leon-whitlock'], 'He came in. That was your visit that did that.'], [-4, '10:10', 'owen-price', ['tom-garside'], 'Parish have asked for a third gate. There is no money for a third gate.']],
    outcomes: [['merrowshire-police', 'tom-garside', -137, 'Vehicle seized', 'Green Kawasaki, section 59'], ['wexby-council', 'owen-price', -70, 'Place made safer', 'Two kissing gates and a boulder line']],
    looks: [['tom-garside', -2, '11:50'], ['owen-price', -4, '10:00'], ['leon-whitlock', -9, '15:20']],
  },
]
