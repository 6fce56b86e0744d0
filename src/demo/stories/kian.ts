// Kian: fifteen, new trainers, and a line he did not know he was on; seen from general support.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  {
    slug: 'kian-rudge', name: ['Kian', 'Rudge'], is: 'he', age: [15, '06-03'], home: '22-mallard-way', mobile: '07700 900561', aliases: [['KR'], ['Kiki', 'What the older boys call him. He hates it.']],
    needs: [['communication', 'Likes to be told how long a talk will take. Walk, do not sit.'], ['health', 'Asthma, inhaler in the blue bag.']], by: 'naomi-feldman', day: -157,
  },
  { slug: 'stacey-rudge', name: ['Stacey', 'Rudge'], is: 'she', age: [36, '01-22'], home: '22-mallard-way', mobile: '07700 900562', contact: 'Works 6 to 2 at the packing plant. After 2.30.', by: 'naomi-feldman', day: -157 },
  { slug: 'lacey-rudge', name: ['Lacey', 'Rudge'], is: 'she', age: [9, '09-15'], home: '22-mallard-way', by: 'naomi-feldman', day: -157 },
  { slug: 'ronald-rudge', name: ['Ronald', 'Rudge'], knownAs: 'Grandad Ron', is: 'he', age: [68, '03-07'], home: '16-beacon-road', mobile: '07700 900563', by: 'naomi-feldman', day: -133 },
  { slug: 'jay-older-boy', name: ['Jay', '(surname not known)'], is: 'he', age: { about: 20, note: 'Michael Asante, who saw him at the gate' }, aliases: [['Jay'], ['JJ']], by: 'beth-lovell', day: -139 },
]

export const relationships: Relationship[] = [
  { from: 'stacey-rudge', to: 'kian-rudge', kind: 'mother of' },
  { from: 'lacey-rudge', to: 'kian-rudge', kind: 'sister of' },
  { from: 'ronald-rudge', to: 'kian-rudge', kind: 'grandfather of' },
]
export const things: Thing[] = [{ slug: 'black-audi-kian', kind: 'vehicle', name: 'Black Audi A3, QJ17 PDO', about: 'Waits on Mallard Way at school time' }]

export const stories: Story[] = [
  {
    slug: 'kian-rudge', title: 'Kian, 15: exploitation and missing', programme: 'general-support', stage: 'working', marking: 'OFFICIAL-SENSITIVE',
    agency: 'merrowshire-county', lead: 'naomi-feldman', opened: -157, nextReview: 8, period: [-120, 60],
    summary: 'Kian, 15, Priory Academy. Missing seven times in five months, found twice in Saltreach with cash and a phone that is not his. Treated by everyone on this case as a child who is being exploited.',
    people: [['kian-rudge', 'child supported'], ['stacey-rudge', 'parent'], ['lacey-rudge', 'sibling'], ['ronald-rudge', 'family contact', 'Kian\'s choice of safe adult', -133], ['jay-older-boy', 'person of concern', 'Seen collecting Kian at the school gate', -139]],
    places: [['22-mallard-way', 'home'], ['priory-academy', 'school'], ['16-beacon-road', 'grandad\'s'], ['saltreach-pier', 'found there']],
    things: [['black-audi-kian', 'seen collecting him']],
    shares: [
      { to: 'exploitation-and-missing', tier: 'contribute', by: 'naomi-feldman', day: -155, until: 90, reason: 'Missing episodes and disruption', basis: 'statutory gateway', gateway: 'Children Act 2004, section 11' },
      { to: 'louise-kemp', tier: 'contribute', by: 'naomi-feldman', day: -155, until: 90, reason: 'School safeguarding lead' },
      { to: 'michael-asante', tier: 'contribute', by: 'naomi-feldman', day: -150, until: 90, reason: 'Sees him every morning' },
      { to: 'callum-reyes', tier: 'contribute', by: 'naomi-feldman', day: -130, until: 60, reason: 'Found in Saltreach' },
      { to: 'sandling-recovery', tier: 'headline', by: 'naomi-feldman', day: -90, until: 30, reason: 'Young people\'s worker may be asked in' },
      { to: 'fallowgate-homes', tier: 'pointer', by: 'naomi-feldman', day: -140, until: 20, reason: 'Landlord; a move may have to be asked for' },
      { to: 'deborah-quill', tier: 'read', by: 'naomi-feldman', day: -60, ended: [-31, 'naomi-feldman', 'Kian said no thank you for now'], reason: 'Support as a victim of robbery' },
    ],
    aims: [['night', 'Kian is home by ten and somebody knows when he is not', 'naomi-feldman', -118], ['way-out', 'There is a way out that does not need him to be brave', 'naomi-feldman', -118], ['school', 'A reason to come to school on a Monday', 'michael-asante', -112]],
    entries: [
      [-157, '10:40', 'referral', 'naomi-feldman', 'From Priory Academy through the front door. Louise Kemp: two phones, new trainers, asleep in lessons, a sixth-former "minding" him at lunch. Mum says it is his paper round. He has not got a paper round.'],
      [-155, '15:10', 'visit', 'naomi-feldman', 'Home visit. Stacey has been up since 5 and was honest: she found £280 in a cereal box and put it back, because she did not know what would happen if it went. Lacey showed me her gymnastics. Kian came in, said "is this about school", went upstairs.'],
      [-150, '08:40', 'note', 'michael-asante', 'Kian in, 15 minutes late, in the wrong coat. Bacon roll, no questions. Will keep doing that.'],
      [-148, '12:30', 'visit', 'naomi-feldman', 'Walked round the field with him, told him 20 minutes and stuck to it. Trainers were "a mate\'s". Asked what a mate would want for trainers like that. He thought about it for half a lap.'],
      [-139, '15:20', 'report', 'michael-asante', 'Black Audi on Mallard Way at the gate. Driver about 20, the others call him Jay. Kian saw me see it, and looked, I would say, relieved and then frightened, in that order. That is my reading.', { grade: '1A' }],
      [-136, '23:55', 'report', 'beth-lovell', 'Missing episode 3. Reported by mum 22.40, medium risk raised to high by me on the pattern. Found 03.20 at Saltreach bus shelter, cold, hungry, £160 and a second phone. Said he had been fishing.', { wroteAfter: 6, replaced: [['Missing episode 3, known drug runner. Found 03.20 at Saltreach bus shelter with £160 and a second phone.', 'beth-lovell', 10, 'Wording carried over from the response log. He is a child who may be exploited; nobody has found him to be anything else.']] }],
      [-134, '16:00', 'visit', 'beth-lovell', 'Return-home talk at his grandad\'s, his choice. Not much. He asked what happens to someone who loses something that isn\'t theirs. I said: they tell somebody, and it gets easier. He said "not how it works".', { sensitivity: 'sensitive' }],
      [-133, '10:00', 'phone', 'naomi-feldman', 'Grandad Ron rang. Thirty years on the trawlers, sounds it. Kian can stop with him any night, no questions, he has told him so. Asked what he should be looking for. We were on for 40 minutes.'],
      [-126, '14:00', 'meeting', 'naomi-feldman', 'Strategy meeting. Threshold for section 47 met. Some disagreement: response officers had put "known drug runner" in the missing report. Beth has had it corrected. He is a child, and words travel further than we do.'],
      [-120, '11:30', 'decision', 'naomi-feldman', 'Exploitation plan agreed with Stacey and Kian. He read it. He crossed out "appropriate peers" and wrote "mates". It says mates now.'],
      [-118, '10:20', 'outcome', 'grace-adeyemi', 'Referred to the national mechanism, criminal exploitation. Explained to Kian that it is not a charge and does not make him anything.'],
      [-112, '08:45', 'note', 'michael-asante', 'Monday timetable changed so that he starts in the bike workshop. Came in. Early.'],
      [-101, '00:30', 'report', 'callum-reyes', 'Missing 5. Found on the pier with a split lip. Another lad ran. Kian had been robbed of phone and cash and was terrified, not of us. Would not say by whom. Took him for chips before anything else, recorded it all after.', { wroteAfter: 8, sensitivity: 'sensitive' }],
      [-100, '09:15', 'meeting', 'naomi-feldman', 'Urgent call: me, Beth, Grace, Louise. We all know what a robbery like that can be: set up by those he works for, so that he owes. Debt now about £400, he thinks. Grace on disruption of Jay, not through Kian. I am worried about the house and Lacey in it.'],
      [-99, '17:30', 'visit', 'naomi-feldman', 'Kian to grandad\'s for a while, by agreement, bags packed by Lacey. Stacey cried in the kitchen, quietly so that they would not hear. She asked if she is a bad mum. I told her what she had done right; it was a list.'],
      [-96, '20:15', 'phone', 'beth-lovell', 'Rang Ron at the agreed time. In, fed, asleep in front of the darts. "I\'ll sit up a bit."'],
      [-90, '12:20', 'visit', 'naomi-feldman', 'Grandad has him mending nets. Kian sleeping, eating, asthma better out of the damp room. He said: "they\'ve got my nan\'s address as well". There is no nan; he was seeing if I would write it down.'],
      [-83, '07:10', 'outcome', 'grace-adeyemi', 'Jay\'s real name established and he was arrested this morning on the strength of a phone from another county. Nothing came from Kian and nothing in the papers points at him. He should be told before he hears it.', { sensitivity: 'sensitive' }],
      [-83, '08:30', 'phone', 'naomi-feldman', 'Told him at his grandad\'s gate. He said "okay" four times. Then was sick in the hedge. Then asked if he could go to school.'],
      [-75, '13:00', 'note', 'louise-kemp', 'A Year 8 boy has been seen with a second phone. Separate referral made. Mentioned here because Kian is the one who told Michael.'],
      [-62, '22:50', 'report', 'beth-lovell', 'Missing 6, two hours, at a girl\'s house. Rang his grandad himself to say so. The best missing report I have taken this year.', { wroteAfter: 10 }],
      [-54, '10:00', 'note', 'naomi-feldman', 'Supervision. My manager asked what I would be missing if I were missing something. Answer: that Jay was replaceable, that debt does not go away on an arrest, and that I like this boy and want it to be over.'],
      [-41, '16:10', 'visit', 'naomi-feldman', 'Home with Stacey since the weekend, his wish. Window lock, new number, neighbour on side. Lacey has made a rota.'],
      [-33, '11:00', 'outcome', 'grace-adeyemi', 'Reasonable grounds: positive.'],
      [-21, '23:40', 'report', 'beth-lovell', 'Missing 7. Four hours, Saltreach again. Silver car this time. Found walking home along the dual carriageway at 02.50, no cash on him, would not talk, wet through.', { wroteAfter: 7 }],
      [-20, '12:15', 'visit', 'naomi-feldman', 'Walked, no time limit today. New people, same debt: "it got passed on". He knows the amount to the pound. He is not going back to being brave about it; he asked me outright to make it stop. That is new.', { sensitivity: 'sensitive' }],
      [-19, '15:00', 'meeting', 'naomi-feldman', 'Strategy meeting 3. Police: targeted work on the silver car; harm-avoidance warning to two adults. Fallowgate to be asked, without reasons, about a managed move. Louise: school will hold his place wherever he sleeps.'],
      [-10, '08:40', 'note', 'michael-asante', 'Built a back wheel from spokes. Trued it. Would not leave at the bell.'],
      [-5, '14:20', 'phone', 'naomi-feldman', 'Stacey: nobody parked outside for nine days. She is still counting, and so am I.'],
    ],
    tasks: [
      { words: 'Ask Fallowgate about a managed move, without the reasons', by: 'naomi-feldman', day: -19, to: 'naomi-feldman', due: -8, aim: 'way-out' },
      { words: 'Ring Stacey after her shift', by: 'naomi-feldman', day: -5, to: 'naomi-feldman', due: 0, aim: 'night' },
      { words: 'Photograph and missing plan refreshed', by: 'naomi-feldman', day: -19, to: 'beth-lovell', due: -14, aim: 'night', done: [-16, 'beth-lovell', 'New photo, haircut since. Plan has grandad first.'] },
      { words: 'Conclusive grounds: send what school holds', by: 'naomi-feldman', day: -28, to: 'louise-kemp', due: 11 },
      { words: 'Bike workshop kept on into next term', by: 'michael-asante', day: -40, to: 'michael-asante', due: -30, aim: 'school', done: [-31, 'michael-asante', 'Agreed with the head, cost £0'] },
      { words: 'Somebody for Lacey to talk to', by: 'naomi-feldman', day: -41, to: 'early-help-wexby', due: -9 },
      { words: 'Core group', by: 'naomi-feldman', day: -19, to: 'naomi-feldman', due: 8 },
    ],
    documents: [
      { title: 'Kian\'s plan, his copy', type: 'pdf', by: 'naomi-feldman', day: -120, content: 'KIAN\'S PLAN\n\nWhat I want: to be left alone. To do bikes.\n\nWho I can ring at any time: Grandad.\nIf I am not home by ten Mum rings me, then Grandad, then Beth.\nIf I say "did you feed the cat" on the phone, come and get me. No questions.\n\nWho I see: mates. Not Jay.\n\nNaomi will tell me things before other people do.' },
      { title: 'Return-home talk, missing episode 3', type: 'txt', by: 'beth-lovell', day: -134, sensitivity: 'sensitive', content: 'Where: grandad\'s kitchen. Present: Kian, me. 25 minutes.\n\nSaid he was fishing. No rod.\nHe asked what happens to someone who loses something that isn\'t theirs.\nHe had eaten a sausage roll all day.\nHe asked that his sister is not told.' },
    ],
    messages: [
      [-126, '15:30', 'beth-lovell', ['naomi-feldman'], 'Report amended and I have spoken to the shift. They did not mean anything by it, which is the problem.'],
      [-83, '07:20', 'grace-adeyemi', ['naomi-feldman'], 'You have until about 9 before it is round the school.'],
      [-10, '09:00', 'michael-asante', ['naomi-feldman', 'louise-kemp'], 'Photo of the wheel on its way by pigeon, he says no phones.'],
      [-3, '13:15', 'louise-kemp', ['naomi-feldman'], 'Do you still want the chronology for conclusive grounds as one document, or term by term?'],
    ],
    looks: [['naomi-feldman', -5, '14:00'], ['beth-lovell', -16, '10:00'], ['louise-kemp', -3, '13:00'], ['michael-asante', -10, '08:35'], ['judith-crane', -12, '09:30']],
  },
]
