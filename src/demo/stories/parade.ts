// Marine Parade: a family shop targeted for who they are, and a street that made up its mind.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  { slug: 'mehmet-aydin', name: ['Mehmet', 'Aydin'], is: 'he', age: [49, '02-27'], home: '77a-marine-parade', mobile: '07700 900571', contact: 'At the till 6 to 2. Ring the shop, not the flat.', by: 'jamal-harris', day: -143 },
  { slug: 'zeynep-aydin', name: ['Zeynep', 'Aydin'], is: 'she', age: [45, '11-05'], home: '77a-marine-parade', mobile: '07700 900572', needs: [['language', 'Understands English well. Prefers Turkish for anything about the children.']], by: 'jamal-harris', day: -143 },
  { slug: 'defne-aydin', name: ['Defne', 'Aydin'], is: 'she', age: [16, '07-19'], home: '77a-marine-parade', by: 'jamal-harris', day: -138 },
  { slug: 'craig-sowden', name: ['Craig', 'Sowden'], is: 'he', age: [33, '04-01'], home: '4-chandlers-row', mobile: '07700 900573', warnings: [{ do: 'Body-worn on before the door opens', because: 'Films officers and posts clips', by: 'callum-reyes', day: -90, review: 15 }], by: 'callum-reyes', day: -118 },
  { slug: 'tyler-blount', name: ['Tyler', 'Blount'], is: 'he', age: [17, '12-20'], by: 'callum-reyes', day: -105 },
  { slug: 'peggy-ironside', name: ['Margaret', 'Ironside'], knownAs: 'Peggy', is: 'she', age: [81, '08-08'], by: 'jamal-harris', day: -112 },
]
export const relationships: Relationship[] = [
  { from: 'mehmet-aydin', to: 'zeynep-aydin', kind: 'husband of' },
  { from: 'zeynep-aydin', to: 'defne-aydin', kind: 'mother of' },
]
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'marine-parade', title: 'Hate-related harassment, Parade Food and Wine', programme: 'asb', stage: 'legal-action', agency: 'saltreach-council', lead: 'jamal-harris', opened: -143, nextReview: 4,
    summary: 'Abuse, spitting, a broken window and dog mess through the letter box at a family shop, all with words about where they are from. One adult now on an injunction; one seventeen-year-old doing something better with his time.',
    people: [['mehmet-aydin', 'complainant'], ['zeynep-aydin', 'complainant'], ['defne-aydin', 'witness', 'Filmed one incident', -138], ['craig-sowden', 'subject', 'Identified on shop camera', -118], ['tyler-blount', 'subject', 'Identified by his school coat and then by himself', -105], ['peggy-ironside', 'witness', 'Lives opposite', -112]],
    places: [['aydin-store', 'where it happens'], ['77a-marine-parade', 'home of complainant'], ['marine-parade', 'where it happens'], ['4-chandlers-row', 'home of subject']],
    shares: [
      { to: 'merrowshire-police', tier: 'contribute', by: 'jamal-harris', day: -143, until: 90, reason: 'Hate crime investigation' },
      { to: 'merrowshire-victim-care', tier: 'contribute', by: 'jamal-harris', day: -141, until: 90, reason: 'Support for the family, who agreed' },
      { to: 'paul-denholm', tier: 'contribute', by: 'jamal-harris', day: -103, until: 40, reason: 'Tyler is 17' },
      { to: 'fallowgate-homes', tier: 'read', by: 'jamal-harris', day: -92, until: 60, reason: 'Landlord of Chandlers Row' },
      { to: 'saltreach-joint-action', tier: 'read', by: 'carol-wintle', day: -110, until: 60, reason: 'Standing item' },
      { to: 'wexmere-learning', tier: 'headline', by: 'jamal-harris', day: -136, until: 10, reason: 'Defne is at their sixth form' },
    ],
    aims: [['shop', 'The family opens up in the morning without checking the door first', 'jamal-harris', -138], ['stop', 'It stops, and they are the first to hear how', 'jamal-harris', -138]],
    entries: [
      [-143, '08:20', 'phone', 'jamal-harris', 'Mehmet Aydin rang at opening. Window kicked in overnight. When I asked if there had been anything before he said "since when?" and then told me: spitting on the glass since {month:-110}, "go home" most Fridays, dog mess through the flat door twice. Had reported once, in {month:-85}, had a letter, heard nothing. I apologised for that and wrote down all of it. 50 minutes.'],
      [-143, '09:25', 'note', 'jamal-harris', 'Risk: 33, high (targeted; hate; escalating; children in home). Priority 1. Recorded as hate-related because he perceives it so and because the words leave no doubt.'],
      [-142, '11:00', 'visit', 'callum-reyes', 'Statement from Mr Aydin. Two crimes recorded from {month:-84} that should have been then. Camera covers the till, not the glass. Glazier paid by the council fund.'],
      [-140, '17:40', 'visit', 'imran-chaudhry', 'Sat in the back with Zeynep and a great deal of tea. She washes the glass at 5 am so that the children will not see. Eleven years here. "It is not everybody. But it is somebody." Wants to stay.'],
      [-138, '16:15', 'phone', 'jamal-harris', 'Defne has a clip on her phone from {month:-25} of a man shouting at her father. She has not shown her parents as she did not want them to know she saw. Agreed how we would tell them: she will, with Imran there.', { sensitivity: 'sensitive' }],
      [-131, '10:00', 'outcome', 'jamal-harris', 'Two cameras, letter-box guard, light over the back lane. Fitted by the same man who did the bus shelters, who bought his lunch there after.'],
      [-124, '22:10', 'report', 'callum-reyes', 'Further incident, Friday. Male about 30 in a green jacket, spits on glass, words as before. On camera, good.', { wroteAfter: 1, grade: '1A' }],
      [-118, '12:30', 'note', 'callum-reyes', 'Identified: Craig Sowden, Chandlers Row. Two officers and the licensee of the Anchor, all separately.', { replaced: [['Identified: Craig Snowden, Chandlers Row. Two officers and the licensee of the Anchor.', 'callum-reyes', 2, 'Surname misspelt. There is a Craig Snowden and it is not him.']] }],
      [-117, '06:55', 'outcome', 'callum-reyes', 'Arrested and interviewed. "Banter." Charged with racially aggravated harassment and criminal damage. Bail: not to go on Marine Parade between the pier and the lifeboat station.'],
      [-117, '08:10', 'phone', 'imran-chaudhry', 'Rang the shop straight away, before anyone else could. Mehmet was silent and then asked if he should close early. No. Opened a new box of oranges, he told me, so they would be at the front.'],
      [-112, '15:00', 'visit', 'jamal-harris', 'Door-knocking with Callum. Eight said they had seen nothing. Number 80, Peggy Ironside, 81, has written it in her diary since {month:-120} with the weather. She said "nobody asked".'],
      [-105, '16:40', 'report', 'callum-reyes', 'Dog mess on the step, lad in a school coat runs. Later walked into the front office with his mum: Tyler Blount, 17. Crying before he sat down.'],
      [-103, '11:00', 'meeting', 'carol-wintle', 'Joint action group. Police would charge Tyler too. Paul: 17, no history, Sowden buys him drink; a restorative route only if the family want it, and they must be asked properly, and be able to say no. Agreed to ask. Jamal noted he is not comfortable asking so soon, and it will wait two weeks.'],
      [-94, '14:30', 'visit', 'paul-denholm', 'Saw Tyler. He could not tell me why, then did: because Craig laughed. Knows Defne\'s brother from football. He has not slept since. That is not an excuse and he did not offer it as one.', { sensitivity: 'sensitive' }],
      [-89, '17:00', 'visit', 'imran-chaudhry', 'Asked the family about hearing from Tyler, separately and together. Zeynep: no, never. Mehmet: perhaps. Defne: "I want to tell HIM something." It went round the table for an hour. Answer for now: a letter, read by me first.'],
      [-76, '15:10', 'note', 'paul-denholm', 'Letter. Four drafts. The fourth is his own.'],
      [-74, '18:20', 'visit', 'imran-chaudhry', 'Read it to them. Zeynep left the room and came back. "His mother should be proud he went to the police with her." Defne has written back; it is short, and fair, and not gentle.'],
      [-66, '10:30', 'decision', 'jamal-harris', 'Sowden breached bail twice, filmed himself doing it. Applying for a civil injunction as well; our solicitor has Peggy\'s diary. She insists on giving evidence in person and in a hat.'],
      [-52, '12:15', 'outcome', 'jamal-harris', 'Interim injunction with power of arrest. Exclusion zone as bail, no contact, and nothing about them posted anywhere.'],
      [-52, '12:25', 'phone', 'jamal-harris', 'Told Mehmet within ten minutes, as promised.'],
      [-38, '19:45', 'note', 'callum-reyes', 'A Friday. Stood outside from 6 to 8 with two bags of shopping. Nothing. Four people told me, without being asked, that they shop here on purpose now.'],
      [-30, '11:20', 'phone', 'imran-chaudhry', 'Weekly call. Defne has an offer from a university and nobody talked about anything else, me included.'],
      [-24, '16:00', 'note', 'paul-denholm', 'Tyler has finished: 20 hours with the lifeboat volunteers, painting. They have asked him to stay. He asked if the family would be told.'],
      [-16, '09:30', 'phone', 'imran-chaudhry', 'Trial date moved again, by seven weeks. Mehmet: "They move it, I still open at six." Zeynep has stopped washing the glass at five. She does it at eight, with the radio.'],
      [-6, '20:50', 'report', 'callum-reyes', 'A post by an account in Sowden\'s partner\'s name, showing the shop front. Taken down within the hour. Evidence saved; with our solicitor and theirs.'],
      [-5, '10:00', 'phone', 'jamal-harris', 'Told the family about the post before anyone else did. Defne had already seen it. She said "I know how to screenshot, Mr Harris."'],
    ],
    tasks: [
      { words: 'Breach file for the post to our solicitor', by: 'jamal-harris', day: -5, to: 'jamal-harris', due: 1, aim: 'stop' },
      { words: 'Special measures application for Zeynep', by: 'imran-chaudhry', day: -45, to: 'merrowshire-victim-care', due: -12 },
      { words: 'Pre-trial visit, with Peggy', by: 'imran-chaudhry', day: -16, to: 'imran-chaudhry', due: 21 },
      { words: 'Tell the family Tyler has finished', by: 'paul-denholm', day: -24, to: 'imran-chaudhry', due: -18, done: [-17, 'imran-chaudhry', 'Told. Zeynep said "good" and meant it.'] },
      { words: 'Tenancy position on Chandlers Row', by: 'jamal-harris', day: -92, to: 'dionne-clarke', due: -80, done: [-79, 'dionne-clarke', 'Ground for possession considered; wait for the trial'] },
    ],
    documents: [
      { title: 'Interim injunction', type: 'pdf', by: 'jamal-harris', day: -52, content: 'Interim injunction\n\nThe respondent must not:\n1. go on Marine Parade between the pier and the lifeboat station\n2. contact the applicants\' witnesses in any way\n3. publish anything about them\n\nA power of arrest is attached to 1 and 2.' },
      { title: 'Diary extract, number 80', type: 'txt', by: 'jamal-harris', day: -110, sensitivity: 'sensitive', content: 'Fri. Dull, wind E. Man in green jacket at Aydins window again abt 10.15pm. Spat. Shouted.\nFri. Fine. Same man. Two with him, one a boy.\nSat. Rain. Mrs Aydin out washing the window 5am poor soul. Put my light on so she would know.\nFri. Fog. Nothing. Could not see in any case.' },
    ],
    messages: [
      [-103, '13:00', 'jamal-harris', ['paul-denholm', 'carol-wintle'], 'For the avoidance of doubt I am not against it. I am against asking them while there is still board on the window.'],
      [-103, '13:12', 'paul-denholm', ['jamal-harris', 'carol-wintle'], 'Two weeks is right. Thank you for saying it in the room.'],
      [-5, '10:30', 'imran-chaudhry', ['jamal-harris'], 'Can I have sight of the breach file before it goes? Zeynep will ask what it says about her.'],
    ],
    outcomes: [['saltreach-council', 'jamal-harris', -52, 'Injunction', 'Interim injunction with power of arrest', 'craig-sowden'], ['merrowshire-county', 'paul-denholm', -24, 'Restorative work finished', 'Letter given and answered; 20 hours', 'tyler-blount']],
    looks: [['jamal-harris', -5, '09:50'], ['callum-reyes', -6, '20:40'], ['imran-chaudhry', -5, '10:25'], ['carol-wintle', -11, '16:00']],
  },
]
