// Brewers Yard: a man whose flat was taken over, one kindness at a time, and how it was given back to him.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  {
    slug: 'alan-petch', name: ['Alan', 'Petch'], is: 'he', age: [54, '02-08'], home: '9-brewers-yard', mobile: '07700 900523',
    aliases: [['Al'], ['Alun Petch', 'Spelt this way on the hospital letter']],
    contact: 'The phone may be answered by somebody else. Say only "it\'s about your prescription".',
    needs: [['communication', 'Reads slowly since the head injury. Say it, then write it down.'], ['health', 'Acquired brain injury 2011, epilepsy. Ask about tablets.']],
    by: 'simon-ashdown', day: -128,
  },
  { slug: 'denise-farrow', name: ['Denise', 'Farrow'], knownAs: 'Dee', is: 'she', age: [38, '12-14'], mobile: '07700 900527', contact: 'No fixed address. Sandling usually know.', by: 'owen-price', day: -110 },
  { slug: 'manny-unknown', name: ['Manny', '(surname not known)'], is: 'he', age: { about: 24, note: 'Two descriptions agree on early to mid twenties' }, aliases: [['Manny'], ['M', 'In Alan\'s phone']], warnings: [{ do: 'Police lead any contact. Do not approach', because: 'Reported to carry a knife', by: 'tom-garside', day: -104, review: 30 }], by: 'tom-garside', day: -104 },
  { slug: 'sandra-petch-holt', name: ['Sandra', 'Petch-Holt'], is: 'she', age: { about: 57, note: 'Older sister, "three years on me"' }, mobile: '07700 900529', by: 'adewale-bankole', day: -84 },
]

export const relationships: Relationship[] = [
  { from: 'sandra-petch-holt', to: 'alan-petch', kind: 'sister of' },
  { from: 'denise-farrow', to: 'alan-petch', kind: 'friend of', note: 'Both say so. It is complicated.' },
]

export const things: Thing[] = [
  { slug: 'grey-golf-brewers', kind: 'vehicle', name: 'Grey VW Golf, QX19 KTL', about: 'Seen at Brewers Yard after midnight on four dates' },
]

export const stories: Story[] = [
  {
    slug: 'brewers-yard', title: 'Home taken over at 9 Brewers Yard', programme: 'asb', stage: 'monitoring',
    agency: 'wexby-council', lead: 'owen-price', opened: -128, nextReview: 12, marking: 'OFFICIAL-SENSITIVE',
    period: [-61, 29],
    summary: 'Alan, 54, has a brain injury and lives alone. His flat was used for months to sell drugs by people he at first thought of as friends. Partial closure order made; Alan is home again. Watching that they do not come back.',
    people: [['alan-petch', 'victim'], ['denise-farrow', 'associate', 'Seen there by Owen Price and named by Alan'], ['manny-unknown', 'subject', 'Named by Alan and by Dee separately', -104], ['sandra-petch-holt', 'family contact', 'Alan asked us to ring her', -84]],
    places: [['9-brewers-yard', 'home of victim'], ['brewers-yard', 'where it happens']],
    things: [['grey-golf-brewers', 'seen there']],
    shares: [
      { to: 'merrowshire-police', tier: 'contribute', by: 'simon-ashdown', day: -127, until: 60, reason: 'Drug supply from the address; joint visits' },
      { to: 'merrowshire-county', tier: 'contribute', by: 'simon-ashdown', day: -118, until: 60, reason: 'Adult safeguarding enquiry', basis: 'statutory gateway', gateway: 'Care Act 2014, section 42' },
      { to: 'sandling-recovery', tier: 'contribute', by: 'owen-price', day: -96, until: 45, reason: 'Working with Dee, who is also being used' },
      { to: 'samuel-eze', tier: 'contribute', by: 'owen-price', day: -80, until: 45, reason: 'Advice on the brain injury and capacity' },
      { to: 'merrowshire-fire', tier: 'contribute', by: 'owen-price', day: -90, until: 20, reason: 'Smoking materials and a wedged door at the address' },
      { to: 'vulnerability-panel', tier: 'read', by: 'owen-price', day: -87, until: 30, reason: 'Heard at panel' },
      { to: 'wexby-wardens', tier: 'headline', by: 'simon-ashdown', day: -121, until: 30, reason: 'Wardens pass the Yard several times a day' },
    ],
    aims: [
      ['home', 'Alan decides who comes through his door', 'owen-price', -86],
      ['company', 'Alan has company he does not pay for', 'owen-price', -86],
      ['dee', 'Dee is not left worse off by what we do', 'gareth-lomax', -80],
    ],
    entries: [
      [-128, '09:25', 'referral', 'simon-ashdown', 'From the morning hub. Three residents of the Yard in one week: strangers on the metal stair, buzzing other flats at 4 am, needles by the bins. All point at 9. Tenant is Alan Petch, private landlord, no complaints about him in eleven years.'],
      [-127, '11:15', 'visit', 'simon-ashdown', 'Called at 9 with PC Garside. Door opened four inches by a woman who said Alan was asleep and she was his carer. He has no carer that I can find. Could see a sleeping bag in the hall. She knew to say "have you got a warrant". Left it friendly.'],
      [-121, '14:40', 'report', 'tom-garside', 'Grey Golf QX19 KTL, false plate, seen leaving 01.20. Two further residents will speak but not sign anything. Graded below.', { grade: '2B', sensitivity: 'sensitive' }],
      [-118, '10:05', 'phone', 'simon-ashdown', 'Safeguarding adults concern made to the county on Alan. Told it would be screened in two working days.'],
      [-116, '15:30', 'note', 'farah-siddiqui', 'Concern meets the threshold for enquiry: care and support needs from brain injury, reasonable cause to think he is being exploited, cannot protect himself because of it. Adewale Bankole to lead. Question to hold: we do not yet know what Alan thinks is going on, and that comes first.'],
      [-110, '12:50', 'visit', 'owen-price', 'First visit since taking this on part-time from Simon. Caught Alan at the Co-op rather than at home, by luck. He was buying tobacco, energy drinks and four pizzas with a £50 note. Said he has mates stopping. Said he "doesn\'t mind". Hands shaking. He asked me what day it was, then said "don\'t come up".'],
      [-104, '18:20', 'report', 'tom-garside', 'Alan came into the front office of his own accord and then left before he was seen. Front desk: he had a mark under his eye. I went after him and found him on the bench by the river. He told me Manny runs it, that Dee is "all right really", and that he sleeps in the bath as it has a lock. Would not make a statement. I did not push. He let me photograph the eye.', { sensitivity: 'sensitive', wroteAfter: 2 }],
      [-103, '09:30', 'meeting', 'owen-price', 'Urgent strategy discussion by phone: Tom, Farah, Adewale, me. Disagreement worth recording. Police would like a warrant this week. Adult care want Alan somewhere safe first, because if the door goes in with him in the bath he pays for it later. Agreed: safe bed first, no more than five days, then police choose their time. Tom not happy with five days and said so properly.'],
      [-102, '16:15', 'phone', 'adewale-bankole', 'Supported flat at Cross Keys offered from tomorrow for two weeks. Alan\'s agreement not yet sought because nobody can reach him safely.'],
      [-101, '08:50', 'visit', 'adewale-bankole', 'Met Alan in the GP surgery, where he had come for his tablets. GP gave us a room and left a sign on the door. He had not taken his epilepsy tablets for nine days: "they get nicked". He understood what I offered, could tell it back to me, and could tell me what would happen if he stayed. In my view he has capacity about where he sleeps tonight. He said yes, if he could bring the fish.'],
      [-101, '13:00', 'visit', 'adewale-bankole', 'Alan moved to Cross Keys with a rucksack and a goldfish in a mixing bowl. Slept from 2 pm until the next morning, staff say.'],
      [-99, '05:50', 'outcome', 'tom-garside', 'Warrant executed. Four adults in the flat, two arrests (supply; possession of a bladed article). Manny not among them. Scales, £1,140, wraps. Flat in a poor state, door boarded and made safe, keys to Owen.', { wroteAfter: 5, replaced: [['Warrant executed. Four adults in the flat, three arrests (supply; possession of a bladed article). Manny not among them. Scales, £1,140, wraps. Flat in a poor state, door boarded.', 'tom-garside', 1, 'Two arrests, not three: one was de-arrested at the scene. Keys added.']] }],
      [-98, '10:30', 'visit', 'owen-price', 'Went through the flat with the landlord, who had expected worse and was decent about it. Photographs taken for the closure file. Alan\'s medals from the boxing club were in the oven, for safety I think.'],
      [-96, '14:00', 'visit', 'gareth-lomax', 'Found Dee at the day room. She has nowhere, owes Manny, and thinks Alan shopped her. Told her nobody had mentioned her name to me, which is true. She would like a script. Appointment tomorrow at 10, I will walk her there.'],
      [-95, '10:20', 'phone', 'gareth-lomax', 'Dee did not come. Tried the number twice, then the bandstand. No sign.'],
      [-93, '09:45', 'phone', 'gareth-lomax', 'Dee rang ME. Rebooked, and went. Scripted the same day. Small miracle by our prescriber.'],
      [-87, '14:00', 'meeting', 'priya-nair', 'Vulnerability Panel. Risks named: return of Manny or others; Alan\'s loneliness, which is how they got in; untreated epilepsy; Dee. Closure order supported by all present. Fire asked for a visit before he goes back.'],
      [-84, '17:10', 'phone', 'adewale-bankole', 'With Alan\'s agreement rang his sister Sandra. They have not spoken since their mother\'s funeral, six years. She cried, then asked what size he is, because she is going to send a coat.'],
      [-80, '11:00', 'visit', 'samuel-eze', 'Saw Alan at Cross Keys. Memory and planning poor, kindness and humour entirely intact. Says yes to people because he cannot think of the no quickly enough. This is the injury and not a choice of lifestyle, and I would like that sentence to travel with the file. Suggested a laminated card by the door with three things to say.', { sensitivity: 'sensitive' }],
      [-74, '15:20', 'note', 'owen-price', 'Alan\'s two weeks at Cross Keys extended to the hearing. They like him. He has been doing the bins.'],
      [-68, '09:00', 'decision', 'owen-price', 'Closure notice served, signed off by our chief officer. PARTIAL closure: nobody may enter except Alan, his landlord, those he needs for care, and emergency services. Explained to Alan three times, in pieces, with Samuel\'s card.'],
      [-66, '11:40', 'outcome', 'owen-price', 'Magistrates made the order for three months. Bench asked if Alan had been asked. He had, and stood up to say so, though nobody had told him he might.'],
      [-61, '13:30', 'visit', 'emily-stroud', 'Home safety visit before his return. Bath lock removed at his request. Alarms, letter-box guard.'],
      [-61, '15:45', 'visit', 'owen-price', 'Alan home. New door, new lock, two keys: one his, one with the landlord. He stood in the hall for a while and then put the fish back on the sideboard.'],
      [-52, '23:10', 'report', 'leon-whitlock', 'Alan rang 101: two lads on the stair saying they had left something. He said the line on the card, then shut the door. Attended, area searched, no trace. He was more pleased than frightened.', { wroteAfter: 8 }],
      [-43, '10:15', 'note', 'owen-price', 'Simon has left the council. I am full lead from today. His notes are all on here, which is more than I can say for the cupboard.'],
      [-38, '12:30', 'phone', 'gareth-lomax', 'Dee has kept eleven of twelve appointments. She asked if she is allowed to see Alan. Under the order, no. Told her the date it ends. She wrote him a postcard; I have asked Adewale if he should have it.'],
      [-34, '14:45', 'phone', 'adewale-bankole', 'Alan would like the postcard. Read it to him. He laughed.'],
      [-20, '11:10', 'visit', 'adewale-bankole', 'Review of the safeguarding enquiry. Alan\'s own words on what he wanted: "my door, my tele, no shouting". All three in place. Enquiry to be closed with outcomes met; care and support plan carries on, four hours a week, Wednesdays at the boxing club, where it turns out they remember him.'],
      [-12, '16:00', 'report', 'tom-garside', 'Information that Manny is working from Saltreach now. Passed to Callum Reyes. Nothing to suggest interest in Alan.', { grade: '2C', sensitivity: 'sensitive' }],
      [-4, '10:40', 'visit', 'owen-price', 'Monthly check. Sandra staying for the weekend. There are now two fish.'],
    ],
    tasks: [
      { words: 'Decide whether to ask for the order to be extended', by: 'owen-price', day: -34, to: 'owen-price', due: 11, aim: 'home' },
      { words: 'Home safety visit before he goes back', by: 'owen-price', day: -87, to: 'merrowshire-fire', due: -62, aim: 'home', done: [-61, 'emily-stroud', 'Done on the day he moved home'] },
      { words: 'Find a group that meets in the daytime', by: 'adewale-bankole', day: -80, to: 'adewale-bankole', due: -40, aim: 'company', done: [-36, 'adewale-bankole', 'Boxing club, Wednesdays 2 pm. He makes the tea and holds the pads.'] },
      { words: 'Blister packs for epilepsy tablets', by: 'samuel-eze', day: -79, to: 'samuel-eze', due: -66, done: [-65, 'samuel-eze', 'Weekly pack from the pharmacy on Cornmarket, delivered Mondays'] },
      { words: 'Reassurance visit before the order runs out', by: 'owen-price', day: -4, to: 'tom-garside', due: 1, aim: 'home' },
      { words: 'End of the closure order on the next panel agenda', by: 'owen-price', day: -4, to: 'priya-nair', due: 2 },
      { words: 'Ask Alan how the tablets are going', by: 'adewale-bankole', day: -20, to: 'samuel-eze', due: 0 },
      { words: 'Light on the metal stair', by: 'owen-price', day: -52, to: 'owen-price', due: -15, aim: 'home' },
      { words: 'Housing options interview for Dee', by: 'gareth-lomax', day: -38, to: 'wexby-council', due: -6, aim: 'dee' },
      { words: 'Tell Saltreach hub about Manny', by: 'tom-garside', day: -12, to: 'tom-garside', due: -10, done: [-11, 'tom-garside', 'Spoke to Callum and Carol'] },
    ],
    documents: [
      { title: 'Partial closure order', type: 'pdf', by: 'owen-price', day: -66, content: 'Partial closure order\n\nPremises: 9 Brewers Yard, Wexby\nMade under the Antisocial Behaviour, Crime and Policing Act 2014, section 80\n\nFor three months nobody may enter the premises except:\n1. Alan Petch\n2. his landlord, to keep the premises in repair\n3. those who give him care or support\n4. the emergency services\n\nTo enter or stay without reasonable excuse is an offence.' },
      { title: 'Three things to say at the door', type: 'txt', by: 'samuel-eze', day: -80, content: 'ALAN\'S CARD (by the door, at eye height)\n\n1. "Not today, thanks."\n2. "You\'ll have to ring first."\n3. Shut the door. You do not need a reason.\n\nThen ring 101, or Sandra.' },
      { title: 'Brewers Yard from the back lane', type: 'png', by: 'owen-price', day: -98, content: 'metal stair|8|9|bins' },
    ],
    messages: [
      [-103, '10:20', 'tom-garside', ['farah-siddiqui', 'owen-price'], 'Five days, then. If he gets hurt on day four I will not be quiet about it. But I see why.'],
      [-103, '10:44', 'farah-siddiqui', ['tom-garside', 'owen-price'], 'Nor should you be. Adewale is on it from 8 tomorrow.'],
      [-99, '07:15', 'tom-garside', ['farah-siddiqui', 'adewale-bankole', 'owen-price'], 'In and done, nobody hurt. You were right about the bath. Thank you.'],
      [-34, '15:00', 'adewale-bankole', ['gareth-lomax'], 'He has put her postcard on the fridge.'],
      [-3, '10:05', 'owen-price', ['priya-nair'], 'Could Alan be first on the agenda, not last? He has asked to come and say thank you and he will not manage a long wait.'],
      [-2, '09:20', 'gareth-lomax', ['owen-price'], 'Any news from housing options on Dee? She has asked me three times.'],
    ],
    looks: [['owen-price', -4, '10:10'], ['tom-garside', -12, '15:55'], ['priya-nair', -25, '09:02'], ['farah-siddiqui', -20, '13:00'], ['gareth-lomax', -2, '09:15']],
  },
]
