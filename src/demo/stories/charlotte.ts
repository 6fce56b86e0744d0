// Charlotte: an advocate's case that few may open, beside a noise case about the same house that says nothing of it.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  {
    slug: 'charlotte-maddox', name: ['Charlotte', 'Maddox'], is: 'she', age: [34, '05-08'], homeHidden: 'sensitive', home: 'rowan-door-refuge', before: ['61-beacon-road-flat', 38],
    contact: 'Yasmin only, Tuesdays and Fridays 10 to 11. Never leave a message. Never text.', needs: [['contact', 'Safe word agreed with Yasmin.']],
    warnings: [{ do: 'Never confirm to any caller that she is known', because: 'He has rung agencies posing as her brother', by: 'yasmin-haddad', day: -64, review: 26 }], by: 'yasmin-haddad', day: -66,
  },
  { slug: 'isla-maddox', name: ['Isla', 'Maddox'], is: 'she', age: [7, '07-07'], by: 'yasmin-haddad', day: -66 },
  { slug: 'neil-strand', name: ['Neil', 'Strand'], is: 'he', age: [39, '01-30'], home: '61-beacon-road-flat', mobile: '07700 900633', aliases: [['Neil Maddox', 'Has used her surname on the telephone']], warnings: [{ do: 'Visit in twos', because: 'Refused to let a housing officer leave', by: 'martin-sedge', day: -118, review: 40 }], by: 'martin-sedge', day: -121 },
]
export const relationships: Relationship[] = [{ from: 'charlotte-maddox', to: 'isla-maddox', kind: 'mother of' }]
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'charlotte-maddox', title: 'Safety planning, C.M.', programme: 'general-support', stage: 'working', marking: 'OFFICIAL-SENSITIVE', agency: 'rowan-door', lead: 'yasmin-haddad', opened: -66, nextReview: 5,
    summary: 'High risk. Left with her daughter 38 days ago. He does not know where she is, that Rowan Door is involved, or that anybody has talked about him, and must not.',
    people: [['charlotte-maddox', 'person supported'], ['isla-maddox', 'child in the household'], ['neil-strand', 'source of risk', 'Named by Charlotte']],
    places: [['rowan-door-refuge', 'safe address']],
    shares: [
      { to: 'grace-adeyemi', tier: 'contribute', by: 'yasmin-haddad', day: -64, until: 60, reason: 'Police lead for her safety', agreement: 'domestic-abuse-safety' },
      { to: 'naomi-feldman', tier: 'contribute', by: 'yasmin-haddad', day: -60, until: 60, reason: 'Isla', agreement: 'domestic-abuse-safety' },
      { to: 'deborah-quill', tier: 'read', by: 'yasmin-haddad', day: -30, until: 60, reason: 'Court support later; to know not to ring', agreement: 'domestic-abuse-safety' },
      { to: 'fallowgate-homes', tier: 'pointer', by: 'yasmin-haddad', day: -36, until: 30, reason: 'So that nobody there gives out an address without asking us', agreement: 'domestic-abuse-safety' },
    ],
    aims: [['safe', 'He does not find them', 'yasmin-haddad', -64], ['own', 'Charlotte chooses what happens next, in her own time', 'yasmin-haddad', -64]],
    entries: [
      [-66, '10:05', 'phone', 'yasmin-haddad', 'She rang from a phone in a doctor\'s surgery; the receptionist had put her in the back office and shut the door. Eleven minutes. Strangled in the spring and again ten days ago. He checks mileage, phone, receipts. She has never told anybody. Agreed: Tuesdays and Fridays, 10, same room, on the pretext of Isla\'s ears.', { sensitivity: 'sensitive' }],
      [-65, '09:30', 'note', 'yasmin-haddad', 'Risk: high on my judgement and on the checklist. Strangulation, control, separation being thought about. Her words: "I am not scared of him shouting. I am scared of him going quiet."', { sensitivity: 'sensitive' }],
      [-62, '10:00', 'phone', 'yasmin-haddad', 'Planned call. A bag with documents is at the surgery, in a box marked "flu leaflets".', { sensitivity: 'sensitive' }],
      [-60, '14:00', 'meeting', 'yasmin-haddad', 'MARAC. I spoke for her. Actions taken by police, children\'s, health. Chair reminded everybody twice that he must not learn of it: no letters, no visits "just passing".'],
      [-59, '10:10', 'phone', 'yasmin-haddad', 'No call. I did not ring. You do not ring.'],
      [-55, '10:00', 'phone', 'yasmin-haddad', 'Rang on time. He had taken Friday off. She is all right.', { sensitivity: 'sensitive' }],
      [-52, '11:40', 'note', 'grace-adeyemi', 'Flag on both mobile numbers and the address: treat any call as urgent, including silent. No marker that can be read from the public side.'],
      [-45, '10:00', 'phone', 'yasmin-haddad', 'She asked what would happen to the dog. I have learnt not to be surprised; I said we have a lady who fosters. There was a long breath.'],
      [-38, '09:50', 'outcome', 'yasmin-haddad', 'Out. From the school gate, with Isla, the leaflet box and the dog. 40 minutes from first step to the door. Isla asked me if it was a holiday; Charlotte said "it\'s a start".', { sensitivity: 'sensitive', wroteAfter: 5 }],
      [-37, '08:30', 'report', 'grace-adeyemi', 'He reported her missing at 19.10. Seen safe and well by an officer, he has been told exactly that and nothing else. He asked three times which town.', { sensitivity: 'sensitive' }],
      [-36, '15:20', 'note', 'yasmin-haddad', 'Pointer to Fallowgate only. They know we hold something and to ring us. They do not know what, and Martin said "fine by me", bless him.'],
      [-31, '13:30', 'visit', 'naomi-feldman', 'Isla in new school under her middle name. Drew a house with a great many locks, and coloured the locks in.', { sensitivity: 'sensitive' }],
      [-24, '11:10', 'phone', 'yasmin-haddad', 'A man rang our public line as her "brother, worried sick". She has no brother. Script followed: we cannot say who we know. Time and number to Grace.'],
      [-19, '10:00', 'meeting', 'yasmin-haddad', 'Charlotte wants to make a statement. I did not ask her to. Grace will come to her, plain clothes, with me there.'],
      [-16, '14:30', 'report', 'grace-adeyemi', 'Statement taken over two sessions, five hours. She was extraordinary. He will be arrested when she has had the weekend to change her mind.', { sensitivity: 'sensitive' }],
      [-12, '07:40', 'outcome', 'grace-adeyemi', 'Arrested, charged, remanded.'],
      [-12, '08:05', 'visit', 'yasmin-haddad', 'Told her myself, at the kitchen table. She went on buttering toast. "What do I do with today?"', { sensitivity: 'sensitive' }],
      [-2, '10:00', 'visit', 'yasmin-haddad', 'She has been to the shop on her own and bought the wrong milk, and laughed.', { sensitivity: 'sensitive' }],
    ],
    tasks: [
      { words: 'Bail hearing date, and what we do if he gets it', by: 'yasmin-haddad', day: -12, to: 'grace-adeyemi', due: 2, aim: 'safe' },
      { words: 'Tuesday call, ten sharp', by: 'yasmin-haddad', day: -2, to: 'yasmin-haddad', due: 1, aim: 'own' },
      { words: 'Non-molestation order papers with her solicitor', by: 'yasmin-haddad', day: -19, to: 'yasmin-haddad', due: -3, aim: 'safe' },
      { words: 'Isla: sessions with Ruth', by: 'yasmin-haddad', day: -30, to: 'ruth-penhale', due: -20, done: [-22, 'ruth-penhale', 'Weekly, in the room with the tent'] },
      { words: 'Ending of the old tenancy without an address on it', by: 'yasmin-haddad', day: -12, to: 'yasmin-haddad', due: 9, aim: 'own' },
    ],
    documents: [{ title: 'Safety plan', type: 'pdf', by: 'yasmin-haddad', day: -38, sensitivity: 'sensitive', content: 'SAFETY PLAN (kept by Yasmin; she knows it by heart)\n\n1. If I see him: into the nearest shop, ask for the manager, 999.\n2. If he rings: do not answer, do not block, tell Yasmin.\n3. Isla is collected by me or by Ruth. Nobody else, whatever they say.\n4. Location off, on everything, Isla\'s watch too.\n5. The word.' }],
    messages: [[-59, '10:40', 'yasmin-haddad', ['grace-adeyemi'], 'She has not rung. I am doing nothing, and it is horrible.'], [-55, '10:15', 'yasmin-haddad', ['grace-adeyemi'], 'She rang.'], [-2, '11:00', 'grace-adeyemi', ['yasmin-haddad'], 'Listing office say Thursday at the earliest. I will ring you before I ring anyone.']],
    looks: [['yasmin-haddad', -2, '09:55'], ['grace-adeyemi', -2, '10:50'], ['naomi-feldman', -31, '13:00']],
  },
  {
    slug: 'beacon-road-noise', title: 'Noise and damage, 61a Beacon Road', programme: 'asb', stage: 'closed', agency: 'fallowgate-homes', lead: 'martin-sedge', opened: -121,
    summary: 'Shouting and a broken internal door reported by the flat below. Closed: no further reports.',
    people: [['neil-strand', 'subject', 'Tenant']],
    places: [['61-beacon-road-flat', 'where it happens']],
    shares: [{ to: 'callum-reyes', tier: 'contribute', by: 'martin-sedge', day: -119, ended: [-58, 'martin-sedge', 'Case closed'], reason: 'Joint visit' }],
    entries: [
      [-121, '09:50', 'phone', 'martin-sedge', 'Tenant below: shouting, something broken, then nothing. Did not want to give a name.'],
      [-118, '15:15', 'visit', 'martin-sedge', 'Mr Strand in. Door to the kitchen off its hinges, "wind". Stood between me and the front door for the whole of it and only moved when my phone rang. Partner and child said to be at the shops. Instruction added: in twos.'],
      [-112, '16:00', 'visit', 'callum-reyes', 'With Martin. Polite. Partner there this time, spoke when looked at. No complaint from anybody. I did not like it and have nothing to hang that on. Left a general card for the surgery with the flu jab times on it, which has other numbers on the back.'],
      [-90, '10:10', 'phone', 'martin-sedge', 'Nothing further from below.'],
      [-60, '11:30', 'note', 'martin-sedge', 'Door replaced and recharged.'],
    ],
    closure: { day: -58, time: '12:00', by: 'martin-sedge', reason: 'No further reports', result: 'no change', words: 'Door mended, no noise reported for two months. Visits in twos to stand.' },
    looks: [['martin-sedge', -58, '11:50']],
  },
]
