// Tannery House: a noise case that was a hearing case.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  { slug: 'bogdan-iliescu', name: ['Bogdan', 'Iliescu'], is: 'he', age: [62, '09-29'], home: 'flat-3-tannery-house', mobile: '07700 900611', contact: 'Text only. He did not tell us why, we worked it out.', needs: [['language', 'Romanian first, good English in writing'], ['communication', 'Hearing loss, both ears, new aids']], by: 'rukhsana-mir', day: -301 },
  { slug: 'sophie-lanyon', name: ['Sophie', 'Lanyon'], is: 'she', age: [29, '03-12'], home: 'flat-5-tannery-house', mobile: '07700 900612', email: 'sophie.lanyon@post.example', by: 'rukhsana-mir', day: -301 },
  { slug: 'tunde-afolayan', name: ['Tunde', 'Afolayan'], is: 'he', age: [31, '11-18'], home: 'flat-5-tannery-house', by: 'rukhsana-mir', day: -301 },
]
export const relationships: Relationship[] = [{ from: 'tunde-afolayan', to: 'sophie-lanyon', kind: 'partner of' }]
export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'tannery-house', title: 'Noise, flats 3 and 5 Tannery House', programme: 'asb', stage: 'closed', agency: 'wexby-council', lead: 'rukhsana-mir', opened: -301,
    summary: 'Television through the floor at all hours, a couple with a new baby at the end of their rope, and a man who did not know how loud it was.',
    people: [['sophie-lanyon', 'complainant'], ['tunde-afolayan', 'complainant'], ['bogdan-iliescu', 'subject']],
    places: [['flat-3-tannery-house', 'home of subject'], ['flat-5-tannery-house', 'home of complainant']],
    shares: [
      { to: 'merrow-vale-health', tier: 'headline', by: 'rukhsana-mir', day: -262, ended: [-200, 'rukhsana-mir', 'Not needed, his GP dealt with it'], reason: 'Question about hearing services' },
      { to: 'merrowshire-police', tier: 'contribute', by: 'rukhsana-mir', day: -285, ended: [-180, 'rukhsana-mir', 'Case closed'], reason: 'One 101 call at 2 am' },
    ],
    entries: [
      [-301, '11:10', 'phone', 'rukhsana-mir', 'Ms Lanyon, flat 5. Television from below "like having the newsreader in bed with us". Baby is five weeks. She had written it all down and then lost the list, and cried about the list.'],
      [-298, '15:00', 'visit', 'rukhsana-mir', 'Heard it from the stairwell. 71 dB in their bedroom. Knocked at 3 for four minutes, no answer, though the sofa could be heard creaking. Card left.'],
      [-291, '10:25', 'phone', 'rukhsana-mir', 'Tried the number on the tenancy three times. Rings out.'],
      [-288, '16:40', 'note', 'rukhsana-mir', 'Second card. Monitoring equipment fitted in flat 5 for a week. Tunde carried it up for me and asked, quietly, what the law says about moving out.'],
      [-281, '02:15', 'report', 'leon-whitlock', 'Attended. Very loud television. Hammered on the door. Eventually saw through the letter box a man watching with the subtitles on. He turned round when I put my torch on the wall, not when I shouted.', { wroteAfter: 6 }],
      [-280, '09:00', 'note', 'rukhsana-mir', 'Read Leon\'s note twice. Subtitles.'],
      [-279, '14:30', 'visit', 'rukhsana-mir', 'Wrote "I AM FROM THE COUNCIL, NOT IN TROUBLE, IS IT LOUD?" on a pad and held it to the window. Mr Iliescu came down in his slippers, horrified. He has been losing his hearing for two years and had told nobody because he drives for a living. Held his hand on the cabinet and felt it shake. "Five weeks old?"'],
      [-279, '15:30', 'decision', 'rukhsana-mir', 'Abatement notice drafted last week: not serving it.'],
      [-270, '12:00', 'message', 'rukhsana-mir', 'Texted the name of the audiology clinic, and that his GP can refer. He replied in capitals with thanks.'],
      [-262, '10:50', 'visit', 'rukhsana-mir', 'Wireless headphones on loan from the sensory service. Rubber feet under the cabinet. 34 dB upstairs.'],
      [-258, '09:30', 'phone', 'rukhsana-mir', 'Sophie slept five hours. "In a row." Wanted to know if he was all right.'],
      [-231, '13:15', 'message', 'rukhsana-mir', 'From Mr Iliescu: hearing aids fitted. He had not known that the stairs squeak.'],
      [-196, '11:20', 'phone', 'rukhsana-mir', 'Nothing for two months. Both sides happy to close. He has been up to see the baby.'],
    ],
    tasks: [{ words: 'Headphones on loan', by: 'rukhsana-mir', day: -270, to: 'rukhsana-mir', due: -260, done: [-262, 'rukhsana-mir', 'Delivered, shown how, he made coffee'] }],
    documents: [{ title: 'Night readings, flat 5', type: 'txt', by: 'rukhsana-mir', day: -281, content: 'Mon 23.00 68 dB  Tue 00.30 70 dB  Wed 02.10 71 dB (police)  Thu 23.40 69 dB\nSpeech, music under titles. Adverts louder.' }],
    closure: { day: -194, time: '16:20', by: 'rukhsana-mir', reason: 'No noise for two months', result: 'resolved', words: 'Cause was hearing loss and it has been treated. No notice served. Nobody to blame.', personsView: 'Sophie: "I wish someone had knocked on the window sooner, but I am glad it was like this and not a court." Bogdan: "I was ashamed. Now I hear the baby and I do not mind."' },
    outcomes: [['wexby-council', 'rukhsana-mir', -196, 'Nuisance ended', 'No enforcement needed']],
    looks: [['rukhsana-mir', -194, '16:00'], ['judith-crane', -150, '11:00']],
  },
]
