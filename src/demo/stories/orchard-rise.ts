// Orchard Rise: a house full to the ceiling, and a woman who has had enough of people with skips.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  {
    slug: 'rosalind-avery', name: ['Rosalind', 'Avery'], is: 'she', age: [66, '10-11'], home: '5-orchard-rise', phone: '01632 960531', contact: 'Write first. A card, not a form. She rings back.',
    needs: [['communication', 'Never say "rubbish". She says "my things"; so do we.'], ['health', 'Type 2 diabetes, one foot at risk.'], ['access', 'Side gate, then the kitchen door.']], by: 'wayne-ackroyd', day: -171,
  },
  { slug: 'hugh-avery', name: ['Hugh', 'Avery'], is: 'he', age: { about: 70, note: 'Brother, "four years older and never lets me forget"' }, mobile: '07700 900569', by: 'adewale-bankole', day: -146 },
]
export const relationships: Relationship[] = [{ from: 'hugh-avery', to: 'rosalind-avery', kind: 'brother of' }]
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'orchard-rise', title: 'Hoarding and fire risk, 5 Orchard Rise', programme: 'general-support', stage: 'working', agency: 'merrowshire-county', lead: 'adewale-bankole', opened: -171, nextReview: 20,
    summary: 'Rosalind, 66, retired librarian. Every room at clutter level 7 or above when first seen; heating by one oil radiator. Owns her home. Engaging, slowly, on her own terms, which is the only way it was ever going to work.',
    people: [['rosalind-avery', 'person supported'], ['hugh-avery', 'family contact', 'She gave his number', -146]],
    places: [['5-orchard-rise', 'home']],
    shares: [
      { to: 'merrowshire-fire', tier: 'contribute', by: 'adewale-bankole', day: -171, until: 100, reason: 'Fire risk; crews to know the layout' },
      { to: 'samuel-eze', tier: 'contribute', by: 'adewale-bankole', day: -120, until: 60, reason: 'She asked for somebody to talk to' },
      { to: 'saltreach-council', tier: 'contribute', by: 'adewale-bankole', day: -160, until: 30, reason: 'Environmental complaints come to them; so that nobody serves a notice without asking' },
      { to: 'vulnerability-panel', tier: 'headline', by: 'adewale-bankole', day: -100, until: 40, reason: 'For information' },
    ],
    aims: [['out', 'Two ways out of the house that she can use in the dark', 'wayne-ackroyd', -166, -75], ['chair', 'Somewhere to sit with a visitor', 'adewale-bankole', -140, -22], ['piano', 'To be able to reach the piano', 'adewale-bankole', -98]],
    entries: [
      [-171, '19:40', 'referral', 'wayne-ackroyd', 'Crew called to smoke from a toaster. Could not open the front door, entry by the kitchen. Paper and boxes to the ceiling in every room we could see, goat-paths between. One oil radiator on an extension of an extension. Lady very polite, offered the crew shortbread. No injuries, and I do not want to think about it at 3 in the morning.', { wroteAfter: 2 }],
      [-170, '10:15', 'note', 'adewale-bankole', 'Read Wayne\'s note. Writing to her, by hand, before ringing.'],
      [-166, '11:00', 'visit', 'wayne-ackroyd', 'Went back on my own, no uniform jacket. Asked if she would let me fit alarms. Eight fitted. She has names for the rooms: Reference, Periodicals, Fiction. New extension lead with a cut-out. She asked what would burn first. I told her the truth.'],
      [-163, '15:20', 'phone', 'adewale-bankole', 'She rang about my card. "You write a proper R." Visit agreed for {on:+4}, one hour, no forms.'],
      [-160, '09:10', 'phone', 'sian-bevan', 'Two neighbours have complained about rats. Powers exist (Public Health Act) and I am being asked to use them. I would rather not, yet. How long do you want?'],
      [-160, '09:45', 'phone', 'adewale-bankole', 'Asked Sian for three months and told her why: two forced clearances in ten years, both full again within a year, the second with a stay in hospital between. She gave me six weeks and her word she would ring first.'],
      [-159, '14:00', 'visit', 'adewale-bankole', 'We stood in the kitchen. Clutter image scale, her scoring: kitchen 6, hall 8, bedroom 8, Periodicals 9. Mine were the same. She is not in any doubt about what it looks like. She is in a great deal of pain about it. Sleeps upright in the hall chair.\nCapacity: no reason to doubt it about her home or her things.'],
      [-146, '14:00', 'visit', 'adewale-bankole', 'Second hour. Her mother died in the house and she began "keeping up with things" for her. Gave me Hugh\'s number with conditions: he may ask about her foot, not her floors.'],
      [-140, '14:05', 'visit', 'adewale-bankole', 'Rule agreed, hers: nothing leaves without her hand on it. Target for the week, hers: one chair.'],
      [-133, '14:00', 'visit', 'adewale-bankole', 'The chair is out. So is what was on it, in the hall. We laughed. Then we did the hall side together: eleven bags, all through her hands.'],
      [-127, '16:30', 'visit', 'sian-bevan', 'Came for a look at her invitation. Pest treatment outside, baits only, no cost. She asked if I was the one who sends the skips. I said I am the one who is not sending one.'],
      [-120, '14:30', 'phone', 'adewale-bankole', 'She would like to talk to "someone whose job it is". Samuel asked in.'],
      [-112, '10:00', 'visit', 'samuel-eze', 'Long first meeting. Hoarding as a way of not losing anybody else, and she put it in those words before I could. Low mood, no thoughts of ending her life. Willing to try a short course of talking work, in the house, in the kitchen, weekly. Foot looked at: sent to podiatry the same day.', { sensitivity: 'sensitive' }],
      [-98, '14:00', 'visit', 'adewale-bankole', 'There is a piano under Periodicals. She taught herself. I asked what she would play.'],
      [-91, '14:00', 'visit', 'adewale-bankole', 'Cancelled at the door. Bad week, the anniversary. She had put a note out: "Not today, but not never."'],
      [-75, '11:20', 'outcome', 'wayne-ackroyd', 'Two escape routes clear and dry-run with the lights off. Told her she did it faster than the watch. Risk on our system down from very high to high.'],
      [-61, '10:40', 'visit', 'samuel-eze', 'Session six. She sorted a drawer of her mother\'s gloves and kept one pair. I did very little.', { sensitivity: 'sensitive' }],
      [-54, '12:00', 'phone', 'sian-bevan', 'Same neighbour, now says it looks worse because it is outside waiting for collection. Offered a bulky pick-up on Thursdays so nothing sits on the drive over a weekend.'],
      [-40, '15:00', 'phone', 'adewale-bankole', 'Hugh rang: she had fallen on the path, bruised, not broken, would not go to A&E. Rang her. She let me send the community nurse. Path swept by Wayne on his day off, which he has asked me not to write down.'],
      [-22, '14:00', 'visit', 'adewale-bankole', 'Tea, sitting down, two chairs, a table. Five months. Clutter scale: kitchen 3, hall 4, bedroom 6, Periodicals 8.'],
      [-9, '10:30', 'visit', 'samuel-eze', 'Last of twelve sessions. She would like to carry on alone and to have my number. Agreed signs to watch for: buying newspapers in pairs, sleeping in the hall.', { sensitivity: 'sensitive' }],
      [-3, '14:00', 'visit', 'adewale-bankole', 'The lid of the piano is visible from the door. She says before her brother\'s birthday. I did not say anything, I just looked pleased.'],
    ],
    tasks: [
      { words: 'Retake the clutter photographs, with her holding the camera', by: 'adewale-bankole', day: -22, to: 'adewale-bankole', due: 6 },
      { words: 'Podiatry seen and next date known', by: 'samuel-eze', day: -112, to: 'samuel-eze', due: -90, done: [-97, 'samuel-eze', 'Seen, dressings, back in three months'] },
      { words: 'Electrical check of the kitchen circuit', by: 'wayne-ackroyd', day: -75, to: 'merrowshire-fire', due: -30 },
      { words: 'Thursday pick-up kept going', by: 'sian-bevan', day: -54, to: 'sian-bevan', due: -5, done: [-6, 'sian-bevan', 'Extended for three months'] },
      { words: 'Piano tuner, when she asks and not before', by: 'adewale-bankole', day: -3, to: 'adewale-bankole', due: 34, aim: 'piano' },
    ],
    documents: [
      { title: 'Layout for crews, 5 Orchard Rise', type: 'png', by: 'wayne-ackroyd', day: -166, content: 'kitchen door|kitchen|hall|Reference|Periodicals' },
      { title: 'Card to Miss Avery', type: 'txt', by: 'adewale-bankole', day: -170, content: 'Dear Miss Avery\n\nMr Ackroyd of the fire service was worried for you on Tuesday and told me so. I am a social worker. I do not have a skip and I am not going to bring one.\n\nMay I come and meet you? You choose the hour, and I will leave when it is up.\n\nYours sincerely\nAdewale Bankole' },
    ],
    messages: [[-160, '10:00', 'sian-bevan', ['adewale-bankole'], 'Six weeks in the diary. I have told my manager it was my idea.'], [-22, '15:30', 'adewale-bankole', ['wayne-ackroyd', 'sian-bevan', 'samuel-eze'], 'She has asked me to tell the fireman, the rat lady and the nice man that there is cake on Thursday.']],
    looks: [['adewale-bankole', -3, '13:50'], ['wayne-ackroyd', -21, '09:00'], ['samuel-eze', -9, '10:00'], ['sian-bevan', -6, '12:20']],
  },
]
