// Teasel Close: a family with too much on, and help that arrived before it was a crisis.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  { slug: 'ewa-drewett', name: ['Ewa', 'Drewett'], is: 'she', age: [38, '04-05'], home: '20-teasel-close', mobile: '07700 900621', aliases: [['Ewa Kowalik', 'Before she married']], needs: [['language', 'Polish at home, English fine; letters in plain English please'], ['health', 'Multiple sclerosis, worse when hot or tired']], by: 'kirsty-muir', day: -162 },
  { slug: 'mark-drewett', name: ['Mark', 'Drewett'], is: 'he', age: [41, '08-24'], home: '20-teasel-close', mobile: '07700 900622', contact: 'Away on the rigs, three weeks on and three off.', by: 'kirsty-muir', day: -162 },
  { slug: 'oskar-drewett', name: ['Oskar', 'Drewett'], is: 'he', age: [13, '02-19'], home: '20-teasel-close', by: 'kirsty-muir', day: -162 },
  { slug: 'hania-drewett', name: ['Hania', 'Drewett'], is: 'she', age: [10, '06-10'], home: '20-teasel-close', by: 'kirsty-muir', day: -162 },
  { slug: 'leo-drewett', name: ['Leo', 'Drewett'], is: 'he', age: [5, '12-02'], home: '20-teasel-close', needs: [['communication', 'Waiting for an autism assessment. Pictures help. Do not change the plan without telling him first.']], by: 'kirsty-muir', day: -162 },
  { slug: 'maureen-denholm', name: ['Maureen', 'Denholm'], is: 'she', age: [67, '03-11'], homeLine: '22 Teasel Close, Netherfold, WX5 6TG', mobile: '07700 900624', contact: 'Ring, do not text: she keeps the phone in a drawer.', by: 'kirsty-muir', day: -17 },
]
export const relationships: Relationship[] = [
  { from: 'ewa-drewett', to: 'mark-drewett', kind: 'wife of' },
  { from: 'ewa-drewett', to: 'oskar-drewett', kind: 'mother of' },
  { from: 'ewa-drewett', to: 'hania-drewett', kind: 'mother of' },
  { from: 'ewa-drewett', to: 'leo-drewett', kind: 'mother of' },
  { from: 'oskar-drewett', to: 'ewa-drewett', kind: 'young carer of' },
]
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'teasel-close', title: 'Family support, the Drewetts', programme: 'general-support', stage: 'working', agency: 'merrowshire-county', lead: 'kirsty-muir', opened: -162, nextReview: 19, period: [-155, 25],
    summary: 'Mum has MS, dad works away, three children, one of whom was missing two mornings a week because he was getting the others ready. Whole-family plan, week 22 of 26.',
    people: [['ewa-drewett', 'parent'], ['mark-drewett', 'parent'], ['oskar-drewett', 'child supported', 'Young carer'], ['hania-drewett', 'child supported'], ['leo-drewett', 'child supported'], ['maureen-denholm', 'neighbour', 'Lives next door; has a key', -17]],
    places: [['20-teasel-close', 'home'], ['priory-academy', 'school']],
    shares: [
      { to: 'wexmere-learning', tier: 'contribute', by: 'kirsty-muir', day: -160, until: 60, reason: 'Oskar\'s attendance; asked for by both parents' },
      { to: 'fallowgate-homes', tier: 'contribute', by: 'kirsty-muir', day: -130, until: 30, reason: 'Adaptations' },
      { to: 'merrow-vale-health', tier: 'headline', by: 'kirsty-muir', day: -101, until: 30, reason: 'Leo is on the waiting list' },
      { to: 'merrowshire-fire', tier: 'pointer', by: 'kirsty-muir', day: -90, ended: [-58, 'kirsty-muir', 'Visit done'], reason: 'Fire setting talk for Oskar, one visit' },
    ],
    aims: [['morning', 'Oskar walks out of the door at 8.15 with nobody\'s shoes in his hand', 'kirsty-muir', -148, -49], ['leo', 'School understands Leo before the assessment does', 'kirsty-muir', -148], ['ewa', 'Ewa rests without asking anybody', 'kirsty-muir', -148]],
    entries: [
      [-162, '13:10', 'referral', 'kirsty-muir', 'From Michael Asante at Priory: Oskar at 71%. Falls asleep in maths, top set. "He\'s not skiving, he\'s somewhere else." Parents agree to my ringing.'],
      [-158, '10:30', 'visit', 'kirsty-muir', 'Ewa at home, leg bad, embarrassed by the washing. We folded it while we talked. Diagnosed three years ago. Mark on the rigs because it pays. Oskar does breakfast, packed lunches, Leo\'s clothes (in the order Leo needs), Hania\'s hair. He has never been asked to.'],
      [-155, '16:20', 'visit', 'kirsty-muir', 'Met all three. Leo under the table with my bag. Hania explained the family to me with dolls. Oskar made the tea, took the bins out and then said "is that it?" I said what would you do with an hour? He did not know.'],
      [-148, '17:00', 'meeting', 'kirsty-muir', 'Family meeting, Mark on video from offshore with a bad line. Plan made in their words. Mark silent for a while and then: "I thought it was going all right." It was, because of Oskar.'],
      [-139, '08:10', 'visit', 'kirsty-muir', 'Came at breakfast to see it. It is choreography. Leo screamed once when the blue bowl was not the blue bowl.'],
      [-134, '11:45', 'phone', 'michael-asante', 'School will mark him as carer, not late. Pass for the phone so that he can text home at break.'],
      [-126, '14:20', 'visit', 'martin-sedge', 'Measured for a downstairs shower and a second rail. OT needed first. I have rung them; eleven weeks.'],
      [-119, '10:00', 'phone', 'kirsty-muir', 'Direct payment for a morning helper, ten hours a week: application in.'],
      [-101, '15:30', 'note', 'kirsty-muir', 'Leo: 14 months to assessment. So, not waiting for it: visual timetable, ear defenders, same peg. His teacher made the cards herself.'],
      [-93, '19:20', 'phone', 'kirsty-muir', 'Ewa rang late, upset: Oskar set light to a bin at the park with two others. Small, out when fire arrived. He told her himself.'],
      [-92, '16:00', 'visit', 'kirsty-muir', 'Oskar: "everyone was laughing and I wasn\'t doing anything for anyone." I thought that was about the most honest account of a bin fire I have heard. Emily Stroud will come and talk to him.'],
      [-80, '12:00', 'decision', 'kirsty-muir', 'Direct payment refused, "informal care in place". The informal care is thirteen. Appeal written the same hour; I let it sit overnight before I sent it.'],
      [-66, '11:30', 'outcome', 'kirsty-muir', 'Appeal upheld. Ten hours.'],
      [-59, '08:05', 'visit', 'kirsty-muir', 'Mrs Nowak started this morning; she is from the same town as Ewa\'s mother. Leo gave her the blue bowl.'],
      [-49, '08:15', 'note', 'kirsty-muir', 'Stood at the corner. 8.14, Oskar, own shoes.'],
      [-41, '14:10', 'phone', 'michael-asante', '94% this half-term. Asked to be in the play. He has two lines and has told me both.'],
      [-30, '10:20', 'visit', 'martin-sedge', 'Shower in. Ewa showed me a light switch she can reach with an elbow; fitter\'s idea.'],
      [-18, '16:30', 'visit', 'kirsty-muir', 'Setback: Ewa relapsed, in hospital four days, Mark flown home. Mrs Nowak stayed over two nights off her own bat. Oskar slid straight back into it, and out again once she was home, which took a conversation.', { replaced: [['Setback: Ewa relapsed, in hospital three days, Mark flown home. Mrs Nowak stayed over two nights off her own bat.', 'kirsty-muir', 1, 'Four days, and I had left out how Oskar was.']] }],
      [-17, '15:10', 'visit', 'kirsty-muir', 'Maureen Denholm next door has a key now and will have all three for a night if it comes to that. Leo has been to see her kitchen. Her bowls are white; she has ordered a blue one.'],
      [-4, '18:45', 'visit', 'kirsty-muir', 'Saw the play. Three lines, he had been given another.'],
    ],
    tasks: [
      { words: 'Young carers group, first session with him', by: 'kirsty-muir', day: -92, to: 'kirsty-muir', due: -60, done: [-63, 'kirsty-muir', 'Went, came back with a friend\'s number'] },
      { words: 'Chase Leo\'s place on the list', by: 'kirsty-muir', day: -101, to: 'kirsty-muir', due: -7, aim: 'leo' },
      { words: 'Ending visit planned with pictures for Leo', by: 'kirsty-muir', day: -18, to: 'kirsty-muir', due: 16, aim: 'leo' },
      { words: 'Emergency plan if Ewa is in hospital again', by: 'kirsty-muir', day: -17, to: 'kirsty-muir', due: 3, aim: 'ewa' },
    ],
    documents: [{ title: 'Family plan', type: 'pdf', by: 'kirsty-muir', day: -148, content: 'THE DREWETTS\' PLAN\n\nOskar: I go to school on time.\nHania: someone does a French plait who knows how.\nLeo: (drew a bowl)\nMum: I lie down at two and nobody minds.\nDad: I want to be told before it is bad.\n\nKirsty comes on Thursdays. We look at this in six weeks.' }, { title: 'Leo\'s morning in pictures', type: 'png', by: 'kirsty-muir', day: -101, content: 'wake|blue bowl|socks|coat|gate' }],
    messages: [[-80, '12:30', 'kirsty-muir', ['michael-asante'], 'Refused because Oskar does it. I am going for a walk round the car park.'], [-41, '14:20', 'kirsty-muir', ['michael-asante'], 'I want a ticket for that play.']],
    looks: [['kirsty-muir', -4, '20:10'], ['michael-asante', -13, '08:00'], ['martin-sedge', -30, '11:00']],
  },
]
