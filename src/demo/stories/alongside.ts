// Cases that run beside the set pieces, about people who are in them: what each agency holds, and need not know of the other.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = []
export const relationships: Relationship[] = []
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'dee-treatment', title: 'Treatment and housing, Dee', programme: 'general-support', stage: 'working', agency: 'sandling-recovery', lead: 'gareth-lomax', opened: -93, nextReview: 10,
    summary: 'Dee, 38, on a script since she asked for one. Wants a room and to stay out of other people\'s debts.',
    people: [['denise-farrow', 'person supported']], places: [['riverside-gardens', 'home']],
    shares: [
      { to: 'wexby-council', tier: 'contribute', by: 'gareth-lomax', day: -90, until: 50, reason: 'Housing options' },
      { to: 'michelle-tarrant', tier: 'headline', by: 'gareth-lomax', day: -80, until: 30, reason: 'Order runs out next month' },
      { to: 'quayside-shelter', tier: 'contribute', by: 'gareth-lomax', day: -88, until: 40, reason: 'Where she sleeps some nights', agreement: 'emergency-beds' },
    ],
    aims: [['script', 'Twelve weeks on script', 'gareth-lomax', -90, -12], ['room', 'A door that locks', 'gareth-lomax', -90]],
    entries: [
      [-93, '11:10', 'visit', 'gareth-lomax', 'First appointment kept. Dee did the form in capitals. Under "what would you like to change": ALL OF IT. Then, smaller, my teeth.'],
      [-86, '10:30', 'note', 'colette-byrne', 'She came to us three nights of seven. Kept herself to herself, did the washing-up without being asked.'],
      [-79, '12:15', 'phone', 'gareth-lomax', 'No show for collection. Pharmacy rang me within the hour as agreed.'],
      [-79, '15:40', 'visit', 'gareth-lomax', 'Found at the bandstand. Owes somebody and did not want to walk past him to the pharmacy. Collection moved to Cornmarket. As simple as that, this time.'],
      [-54, '10:05', 'visit', 'tanya-birch', 'Covering for Gareth. Six weeks. She says to tell him she was early.'],
      [-38, '13:20', 'note', 'gareth-lomax', 'Eleven of twelve. Test clear of heroin for the fourth week. She asked to keep the printout.'],
      [-16, '09:45', 'phone', 'ben-hallam', 'Housing options file opened. No local connection problem. Interview to be fixed; I have asked twice.'],
      [-3, '11:00', 'visit', 'gareth-lomax', 'Dentist on the 1st. Nothing yet from housing and she has stopped asking me, which worries me more than when she asked.'],
    ],
    tasks: [{ words: 'Date for the housing options interview', by: 'gareth-lomax', day: -16, to: 'ben-hallam', due: -6, aim: 'room' }, { words: 'Walk with her to the dentist', by: 'gareth-lomax', day: -3, to: 'gareth-lomax', due: 9 }],
    looks: [['gareth-lomax', -3, '10:50']],
  },
  {
    slug: 'kayleigh-mornings', title: 'Kayleigh and Alfie: mornings', programme: 'general-support', stage: 'monitoring', agency: 'merrowshire-county', lead: 'kirsty-muir', opened: -116, nextReview: 17,
    summary: 'A mum on nights and a six-year-old who needs getting to school. Light touch, at her pace, and not called early help.',
    people: [['kayleigh-dunmore', 'parent'], ['alfie-dunmore', 'child supported']], places: [['16-fennel-court', 'home']],
    shares: [{ to: 'ruth-penhale', tier: 'contribute', by: 'kirsty-muir', day: -100, until: 60, reason: 'Kayleigh asked to talk to somebody there', agreement: 'domestic-abuse-safety' }, { to: 'fallowgate-homes', tier: 'pointer', by: 'kirsty-muir', day: -110, until: 30, reason: 'Landlord; ask before writing to her' }],
    entries: [
      [-116, '15:05', 'visit', 'kirsty-muir', 'Met at the school gate, her choice. Sleeps from 9 to 2 after a shift, so somebody else has been walking Alfie in: whoever is about. Would like it to be the same somebody.'],
      [-100, '14:10', 'phone', 'kirsty-muir', 'She mentioned a number on the back of a till receipt. Would I ring it with her. Did, from my car, engine on for the heater.', { sensitivity: 'sensitive' }],
      [-94, '12:30', 'visit', 'ruth-penhale', 'Met Kayleigh at the library. Not a partner now, in her words, but he decides when. Talked about doors, phones, and what she would like to be able to say. Safe to ring after 2.30.', { sensitivity: 'sensitive' }],
      [-72, '16:40', 'phone', 'kirsty-muir', 'Breakfast club from Monday. Alfie wants to know if there are crumpets.'],
      [-49, '15:15', 'visit', 'kirsty-muir', 'There are crumpets. Kayleigh has swapped one night for a late: more sleep, £11 less.'],
      [-24, '14:50', 'note', 'kirsty-muir', 'Club place funded to the end of next term. She filled in the form herself.'],
      [-9, '12:20', 'phone', 'ruth-penhale', 'Monthly call. He has not been. She has started to believe it.', { sensitivity: 'sensitive' }],
    ],
    tasks: [{ words: 'Ask if she wants the changing-locks scheme', by: 'kirsty-muir', day: -24, to: 'ruth-penhale', due: 4 }],
    looks: [['kirsty-muir', -9, '14:00'], ['ruth-penhale', -9, '12:10']],
  },
  {
    slug: 'manny-saltreach', title: 'Supply and taken-over homes, Saltreach', programme: 'asb', stage: 'working', marking: 'OFFICIAL-SENSITIVE', agency: 'merrowshire-police', lead: 'callum-reyes', opened: -11, nextReview: 3,
    summary: 'Same description, same methods, new town. Two addresses of concern so far.',
    people: [['manny-unknown', 'subject', 'Description and first name match'], ['kian-rudge', 'victim', 'A child; was found near both addresses']], places: [['trinity-heights', 'where it happens'], ['saltreach-pier', 'where it happens']],
    things: [['grey-golf-brewers', 'seen there']],
    shares: [{ to: 'saltreach-joint-action', tier: 'read', by: 'callum-reyes', day: -10, until: 40, reason: 'Who else is visiting these blocks' }, { to: 'naomi-feldman', tier: 'contribute', by: 'callum-reyes', day: -9, until: 40, reason: 'Kian', basis: 'statutory gateway', gateway: 'Children Act 2004, sections 10 and 11' }],
    entries: [
      [-11, '09:30', 'note', 'callum-reyes', 'From Tom Garside: Manny may be working here. Asked the joint action group for flats with new visitors and quiet tenants.'],
      [-9, '14:20', 'phone', 'naomi-feldman', 'Please do not speak to Kian about this without me. Silver car and grey car may be the same debt. I would sooner we found that out from the cars.'],
      [-8, '21:40', 'report', 'callum-reyes', 'Grey Golf at Trinity Heights 21.05 to 21.25, different plate, same dent in the wing.', { grade: '1A', sensitivity: 'sensitive' }],
      [-6, '11:15', 'visit', 'grace-adeyemi', 'With Callum to the flat on the fourth floor on the pretext of a leak below. Tenant in his sixties, very polite, three pairs of trainers in the hall, none his size.', { sensitivity: 'sensitive' }],
      [-3, '16:00', 'decision', 'callum-reyes', 'Safe bed first, then the door, as in Brewers Yard. I have read how long that took and who was cross, and I think they were both right.'],
    ],
    tasks: [{ words: 'Safe bed for the tenant', by: 'callum-reyes', day: -3, to: 'callum-reyes', due: 1 }, { words: 'Traffic cameras for the Golf, last 30 days', by: 'callum-reyes', day: -8, to: 'exploitation-and-missing', due: 2 }],
    looks: [['callum-reyes', -3, '15:40'], ['naomi-feldman', -5, '09:00']],
  },
  {
    slug: 'tyler-restorative', title: 'Tyler: restorative work', programme: 'general-support', stage: 'monitoring', agency: 'merrowshire-county', lead: 'paul-denholm', opened: -103, nextReview: 22,
    summary: 'Seventeen. Walked into a police office with his mother. What he did, why, and what he is doing about it.',
    people: [['tyler-blount', 'child supported']],
    shares: [{ to: 'callum-reyes', tier: 'read', by: 'paul-denholm', day: -100, until: 30, reason: 'Officer in the case' }],
    entries: [
      [-103, '16:00', 'note', 'paul-denholm', 'Allocated. Read what Callum wrote before reading anything else.'],
      [-94, '16:10', 'visit', 'paul-denholm', 'First session. See the other case for what concerns the family. For Tyler: no dad at home, sixteen stone and shy about it, good with his hands. Does not like himself much this week.', { sensitivity: 'sensitive' }],
      [-76, '16:05', 'visit', 'paul-denholm', 'Letter, draft four. I did not help with it. I said only "who is this for?" about draft two.'],
      [-60, '10:00', 'note', 'paul-denholm', 'Lifeboat volunteers will have him. Coxswain: "Can he paint? Then I don\'t need to know the rest."'],
      [-24, '15:30', 'outcome', 'paul-denholm', '20 hours done. He has done 26.'],
      [-10, '17:00', 'phone', 'paul-denholm', 'Apprenticeship form. Asked what to put where it says "tell us about a time you got something wrong". We had quite a good talk about that.'],
    ],
    tasks: [{ words: 'Reference for the apprenticeship', by: 'paul-denholm', day: -10, to: 'paul-denholm', due: 3 }],
    outcomes: [['merrowshire-county', 'paul-denholm', -24, 'In work or learning', 'Volunteer with the lifeboat station', 'tyler-blount']],
    looks: [['paul-denholm', -10, '16:55']],
  },
  {
    slug: 'tez-licence', title: 'On licence, Terence Moody', programme: 'general-support', stage: 'closed', agency: 'merrowshire-probation', lead: 'michelle-tarrant', opened: -905,
    summary: 'Twelve months\' licence after shop theft. Kept every appointment for four months and then none.',
    people: [['terence-moody', 'person supported']],
    entries: [
      [-905, '10:00', 'visit', 'michelle-tarrant', 'Released to no fixed address. Reported on the day, with a dog, sober. "You won\'t see me late."'],
      [-860, '10:00', 'visit', 'michelle-tarrant', 'Not late once.'],
      [-781, '10:40', 'note', 'michelle-tarrant', 'First missed appointment. Hostel had closed on the Friday. Nobody told him or me.'],
      [-774, '09:30', 'phone', 'michelle-tarrant', 'Rang round. Last seen at the bus station. Warning letter has nowhere to go to; written all the same.'],
      [-740, '14:00', 'decision', 'michelle-tarrant', 'Considered recall. No offences, no risk to anybody but himself. Not recalled, and my manager agreed.'],
    ],
    closure: { day: -560, time: '12:10', by: 'michelle-tarrant', reason: 'Licence ended', result: 'not engaged', words: 'Lost to us when his hostel shut. No further offences known. If he turns up, start with the dog.' },
    looks: [['michelle-tarrant', -198, '11:30']],
  },
]
