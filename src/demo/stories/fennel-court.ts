// Fennel Court: a neighbour dispute that has gone on too long, and a complainant nobody had asked about herself.
import type { PersonLine } from '../people/line.ts'
import type { Relationship, Thing } from '../shape.ts'
import type { Story } from '../story.ts'

export const people: PersonLine[] = [
  {
    slug: 'maureen-stapley', name: ['Maureen', 'Stapley'], is: 'she', age: [76, '04-19'], home: '14-fennel-court', phone: '01632 960512',
    contact: 'Landline only. Let it ring: she has to get up from the chair. Not before 10.',
    needs: [['access', 'Walks with a frame. Give her time to reach the door.'], ['communication', 'Large print letters, 16 point.'], ['health', 'Heart failure, on water tablets. Tires by mid afternoon.']],
    by: 'dionne-clarke', day: -212,
  },
  {
    slug: 'kayleigh-dunmore', name: ['Kayleigh', 'Dunmore'], is: 'she', age: [27, '09-02'], home: '16-fennel-court', mobile: '07700 900511',
    contact: 'Text first, she does not pick up withheld numbers.', by: 'dionne-clarke', day: -212,
  },
  { slug: 'reece-alder', name: ['Reece', 'Alder'], is: 'he', age: { about: 29, note: 'Kayleigh says "same age, bit older"' }, aliases: [['Reece Dunmore', 'Gave this name to a PCSO at the door']], warnings: [{ do: 'Do not call at 16 alone after 6 pm', because: 'Squared up to an officer on the landing', by: 'dionne-clarke', day: -131, review: 52 }], by: 'dionne-clarke', day: -176 },
  { slug: 'alfie-dunmore', name: ['Alfie', 'Dunmore'], is: 'he', age: [6, '11-30'], home: '16-fennel-court', by: 'dionne-clarke', day: -176 },
  { slug: 'pauline-hext', name: ['Pauline', 'Hext'], is: 'she', age: { about: 52, note: 'Daughter, from what Maureen says' }, mobile: '07700 900519', contact: 'Lives two hours away. Best after 7 pm.', by: 'dionne-clarke', day: -158 },
]

export const relationships: Relationship[] = [
  { from: 'pauline-hext', to: 'maureen-stapley', kind: 'daughter of' },
  { from: 'reece-alder', to: 'kayleigh-dunmore', kind: 'partner of', note: 'On and off' },
  { from: 'kayleigh-dunmore', to: 'alfie-dunmore', kind: 'mother of' },
]

export const things: Thing[] = []

export const stories: Story[] = [
  {
    slug: 'fennel-court', title: 'Noise and intimidation, 14 and 16 Fennel Court', programme: 'asb', stage: 'monitoring',
    agency: 'fallowgate-homes', lead: 'dionne-clarke', opened: -212, nextReview: 9,
    summary: 'Maureen, 76, reports noise and being frightened on the landing by visitors to the flat next door. Kayleigh, 27, says she is being watched and reported for living. Both have something right.',
    people: [['maureen-stapley', 'complainant'], ['kayleigh-dunmore', 'subject'], ['reece-alder', 'subject', 'Named by Kayleigh and seen there by Leon Whitlock', -176], ['alfie-dunmore', 'child in the household', 'Lives at 16', -176], ['pauline-hext', 'family contact', undefined, -158]],
    places: [['14-fennel-court', 'home of complainant'], ['16-fennel-court', 'home of subject'], ['fennel-court', 'where it happens']],
    shares: [
      { to: 'merrowshire-police', tier: 'contribute', by: 'dionne-clarke', day: -205, until: 84, reason: 'Joint visits and incident numbers' },
      { to: 'samuel-eze', tier: 'contribute', by: 'dionne-clarke', day: -88, until: 60, reason: 'Maureen told us she is not sleeping and has stopped eating properly' },
      { to: 'merrowshire-victim-care', tier: 'contribute', by: 'dionne-clarke', day: -150, until: 90, reason: 'Support for Maureen while the warning runs' },
      { to: 'early-help-wexby', tier: 'headline', by: 'dionne-clarke', day: -120, until: 30, reason: 'A six-year-old in the household; so that early help know to ask' },
      { to: 'vulnerability-panel', tier: 'contribute', by: 'dionne-clarke', day: -101, ended: [-42, 'priya-nair', 'Heard twice and stepped down: the plan is holding'], reason: 'Referred to panel' },
      { to: 'merrowshire-fire', tier: 'contribute', by: 'dionne-clarke', day: -100, ended: [-78, 'dionne-clarke', 'Visit done, door mended'], reason: 'Home safety visit asked for by panel' },
      { to: 'wexby-council', tier: 'pointer', by: 'dionne-clarke', day: -199, until: 20, reason: 'Noise complaints may come in there too' },
    ],
    aims: [
      ['quiet', 'Maureen sleeps through four nights out of five', 'dionne-clarke', -198],
      ['safe', 'Nobody is afraid on the landing', 'dionne-clarke', -198],
      ['both', 'Kayleigh has somebody to ring who is not enforcing anything', 'dionne-clarke', -119, -70],
    ],
    entries: [
      [-212, '10:20', 'phone', 'dionne-clarke', 'First call from Mrs Stapley, 14. Music and shouting from 16 "most nights since {month:-90}", worst Thursday to Sunday, once until 3.40 am. Thumping on the shared wall when she knocks. She has a list going back weeks on the back of calendars. Sounded tired and a bit embarrassed to be ringing. Asked twice if Kayleigh would be told it was her. Explained we do not say, but that on a landing of two people guess. She went quiet and then said go ahead.'],
      [-212, '10:55', 'note', 'dionne-clarke', 'Risk matrix done from the call: 24, medium. Lives alone, mobility, reports most nights. Priority 2, contact inside five working days met today.'],
      [-207, '14:00', 'visit', 'dionne-clarke', 'Visit to Maureen (she asked me to use her first name). Flat very clean, very warm. Calendars photographed, 31 nights marked since {month:-80}. Sound app explained: she has no smartphone, so diary sheets in large print left with her. The bedroom is the party wall. She sleeps in the chair in the front room.\nMy view: the list is careful and I believe it. What it does not tell us is how loud.'],
      [-205, '09:30', 'message', 'dionne-clarke', 'E-mailed Wexby neighbourhood team for any calls to 14 or 16 since {month:-80}.'],
      [-204, '16:12', 'report', 'tom-garside', 'Four calls from 14 since {month:-80}, all noise, all closed with advice without anybody attending. One call from 16 in {month:-25}: female reporting a male refusing to leave, gone on arrival, no complaint made. I would not put that second one in any letter.', { sensitivity: 'sensitive' }],
      [-199, '11:15', 'phone', 'dionne-clarke', 'Rang Kayleigh x2, no answer. Text sent asking her to ring, no detail given.'],
      [-198, '12:40', 'phone', 'dionne-clarke', 'Kayleigh rang back, upset. "Is it the old lady again." Says she works nights at the bakery Sun to Wed so cannot be making noise then, and that Maureen bangs on the wall at 9 in the morning when she is asleep. Agreed to see me Thursday.'],
      [-195, '13:30', 'visit', 'dionne-clarke', 'Saw Kayleigh at 16 with Alfie home from school with a cold. Showed me her shifts: she is right about Sun to Wed. Hard floor throughout, no rugs. Big speaker on the party wall, moved it to the outside wall with me there. Says people come back on Fridays and she finds it hard to get them to leave. Would not say who.\nFact: laminate laid without permission. Opinion: she is lonely, not trying to hurt anybody.'],
      [-195, '16:05', 'phone', 'dionne-clarke', 'Told Maureen that somebody had been spoken to and asked her to keep the sheets going for two weeks. Did not say what was said.'],
      [-181, '10:00', 'note', 'dionne-clarke', 'Diary sheets in. Five nights of fourteen, all Fri or Sat, all after midnight. None on the nights Kayleigh works, and Maureen has not written any in, which says something for the record she keeps.', { replaced: [['Diary sheets in. Four nights of fourteen, all Fri or Sat, all after midnight. None on the nights Kayleigh works.', 'dionne-clarke', 2, 'Miscounted: one night was on the back of the second sheet.']] }],
      [-176, '23:50', 'visit', 'leon-whitlock', 'Attended with PC Garside after third call. Loud music clearly heard on the stair. Door opened by a male who gave the name Reece Dunmore, later established as Reece Alder. Seven adults in, Alfie asleep in the bedroom with the door shut. Music off when asked. Kayleigh apologetic and had been drinking, not unfit. No offences. Body-worn retained.', { wroteAfter: 9 }],
      [-174, '09:40', 'meeting', 'dionne-clarke', 'Spoke with Leon before writing. We both came away thinking Kayleigh would rather they were not there. Police not proposing anything at this point and I agree. I will do a written warning for the music, because it was heard by two officers, and nothing for the rest.'],
      [-173, '15:20', 'decision', 'dionne-clarke', 'First written warning to Kayleigh: music after 11 pm, on the evidence of two officers. Maureen not mentioned or hinted at. Checked by my manager for that before it went.'],
      [-169, '11:05', 'phone', 'dionne-clarke', 'Kayleigh rang about the letter, crying then angry. Said if she loses the flat she loses Alfie. Explained a first warning is a long way from that. Offered early help, she said no, "I\'m not having social services". Left it open.'],
      [-158, '19:10', 'phone', 'dionne-clarke', 'Maureen\'s daughter Pauline rang from home. Wants to know why we have not evicted. Worried about her mum\'s heart. I explained what takes time and what I cannot share. She thanked me at the end but I do not think she was satisfied, and I am not sure I would be.'],
      [-150, '14:30', 'visit', 'deborah-quill', 'First visit to Maureen for Victim Care. Personal alarm fitted and tried. She described listening at the door before she takes rubbish down. "I wait till I hear nothing, and then I wait again." Not thinking of harming herself; asked directly. Agreed to a weekly call, Tuesdays at 11.'],
      [-143, '11:00', 'phone', 'deborah-quill', 'Weekly call. Two quiet weekends. Watching the snooker, slept in her own bed on Sunday.'],
      [-131, '21:35', 'report', 'leon-whitlock', 'Called by Maureen: two males on the landing, one kicked her door. On arrival Reece Alder on the stair, in drink, squared up to me when asked his name and then walked off. Boot mark on the door of 14, photographed. Maureen shaking, sat with her until 22.30. She could not say which of them did it and will not guess. Crime recorded, criminal damage, suspect not identified.', { wroteAfter: 3 }],
      [-130, '09:10', 'phone', 'deborah-quill', 'Rang Maureen early as soon as I saw Leon\'s note. She has the chain on and is not going out. Went through the alarm again. She said "I\'ve started something". I said she had not started it.'],
      [-129, '10:30', 'meeting', 'dionne-clarke', 'Joint meeting at the office: me, Tom Garside, Deborah Quill. Tom would go straight to a community protection warning for Reece. Deborah worried that anything served this week will be read as Maureen\'s doing. My own worry is Kayleigh: she lets him in because she cannot keep him out. Not fully agreed. We settled on: warning letter served on Reece by police for the stair on that evening, which an officer saw for himself, so it does not rest on Maureen at all.'],
      [-126, '17:45', 'visit', 'tom-garside', 'Community protection warning served on Reece Alder in person at his mother\'s address, explained, copy left. Conditions: not to enter the communal parts of Fennel Court between 9 pm and 8 am, not to cause alarm to any resident. He said it was about the dog. There is no dog. Polite in the end.'],
      [-120, '12:00', 'visit', 'dionne-clarke', 'Called on Kayleigh alone as agreed. Very different conversation. Reece is not on the tenancy, comes when he has nowhere else, and she does not always feel able to refuse. I asked if she is frightened of him. She said "not frightened", looked at the door. Gave her the Rowan Door number on a till receipt, not a leaflet. She took it.', { sensitivity: 'sensitive' }],
      [-119, '10:10', 'note', 'dionne-clarke', 'Spoke to Kirsty Muir in early help without the detail of yesterday: Kayleigh would accept help with the school run and with nursery hours if it was not called early help. Kirsty laughed and said it rarely is.'],
      [-101, '14:15', 'meeting', 'priya-nair', 'Vulnerability Panel. Maureen heard as item 6, presented by Dionne. Panel asked who had looked at Maureen\'s own health; nobody had. Samuel Eze to see her with the GP\'s agreement. Fire to check the front door since the kick. No recording of Kayleigh\'s circumstances beyond "a tenant with a young child who needs support".'],
      [-94, '11:30', 'visit', 'emily-stroud', 'Home safety visit at 14. Door frame split at the lock, would not hold in a fire or a push. Fallowgate repairs asked for an urgent fix. Two smoke alarms fitted, flame-retardant throw left for the chair as she sleeps there some nights with a heater on.'],
      [-93, '15:50', 'outcome', 'martin-sedge', 'Door and frame at 14 replaced today, eye viewer fitted at her height. She asked the joiner for a blue one. It is blue.'],
      [-86, '10:45', 'visit', 'samuel-eze', 'Saw Maureen at home with her agreement. Low mood since the winter, sleep broken, eating toast. Not only about the noise: her husband died two years ago this month and the bed is on his side of the wall. Spoke to GP, bloods and a review of tablets booked. No crisis plan needed at present. She would like to go back to the Thursday lunch at the Methodist hall but will not go down the stairs alone.', { sensitivity: 'sensitive' }],
      [-79, '12:20', 'phone', 'samuel-eze', 'GP changed the timing of her water tablets, sleeping better already. Sometimes it is the tablets.'],
      [-72, '16:00', 'phone', 'dionne-clarke', 'Text from Kayleigh: "hes not been back since the police thing. just so u know". Rang her. Alfie starts breakfast club Monday. She asked if she could put a note through next door to say sorry. I said let me ask first.'],
      [-70, '11:00', 'phone', 'deborah-quill', 'Asked Maureen whether she would want to hear from next door. Long pause. "What would I say." Not ready, and I told her there was no need to be.'],
      [-58, '13:10', 'message', 'dionne-clarke', 'Rugs for 16 from the furniture scheme delivered. Kayleigh sent a photo.'],
      [-45, '14:40', 'meeting', 'priya-nair', 'Panel review. Six weeks with two diary nights, neither after 1 am. Stepped down; back to Fallowgate to monitor. Panel asked for thanks to be passed to Leon for sitting with Maureen that night.'],
      [-31, '11:00', 'phone', 'deborah-quill', 'Maureen went to the Thursday lunch. Leon\'s colleague happened to be on the landing and walked down with her; I suspect it was not chance.'],
      [-17, '09:50', 'phone', 'dionne-clarke', 'Maureen rang: bad night on Saturday, music until 2. First in five weeks. She said herself that it was the little boy\'s birthday and there had been balloons. Wants it written down but no letter.'],
      [-16, '17:30', 'phone', 'dionne-clarke', 'Rang Kayleigh. Knew straight away what it was about and had it off by five past two "because I said I would". Did not need telling. Thanked her for that.'],
      [-6, '15:10', 'visit', 'dionne-clarke', 'Called at 14. A card on the mantelpiece from number 16, drawn by Alfie, of two doors, one blue. Maureen said "well, he\'s six". She has not thrown it away.'],
    ],
    tasks: [
      { words: 'Fit and test a personal alarm', by: 'dionne-clarke', day: -156, to: 'deborah-quill', due: -148, aim: 'safe', done: [-150, 'deborah-quill', 'Fitted and tried with her twice'] },
      { words: 'Replace door and frame at 14', by: 'dionne-clarke', day: -94, to: 'martin-sedge', due: -90, aim: 'safe', done: [-93, 'martin-sedge', 'Works order closed, photograph on file'] },
      { words: 'Mend the trades button on the door entry', by: 'dionne-clarke', day: -60, to: 'martin-sedge', due: -25, aim: 'safe' },
      { words: 'Diary sheets collected and counted', by: 'dionne-clarke', day: -30, to: 'dionne-clarke', due: -2, aim: 'quiet' },
      { words: 'Ask Pauline what she would want to see before we close', by: 'dionne-clarke', day: -16, to: 'deborah-quill', due: 5 },
      { words: 'Ring Maureen before the weekend about Saturday', by: 'dionne-clarke', day: -6, to: 'dionne-clarke', due: 1, aim: 'quiet' },
      { words: 'See Maureen once more before we close', by: 'dionne-clarke', day: -6, to: 'samuel-eze', due: 2, aim: 'safe' },
      { words: 'Review the warning on calling at 16 in the evening', by: 'dionne-clarke', day: -16, to: 'dionne-clarke', due: 9 },
      { words: 'Confirm breakfast club place is kept after the half term', by: 'dionne-clarke', day: -40, to: 'early-help-wexby', due: -20, aim: 'both', done: [-24, 'kirsty-muir', 'Place kept, funded to Easter'] },
    ],
    documents: [
      { title: 'Night diary, first fortnight', type: 'txt', by: 'dionne-clarke', day: -181, content: 'Night diary kept by M. Stapley (copied out, her words)\n\nFri  00.20 to 02.10  music, people on the stairs\nSat  00.40 to 03.05  music, shouting, something dropped\nFri  01.00 to 01.45  music not so loud\nSat  00.15 to 02.30  music, banging on my wall twice\nSat (back of sheet) 03.10 door slamming, woke me\n\nOther nights: nothing to write down.' },
      { title: 'First written warning', type: 'pdf', by: 'dionne-clarke', day: -173, content: 'First written warning\n\nDear Ms Dunmore\n\nOn {on:-3} two officers heard loud music from your home shortly before midnight. Your tenancy agreement asks you not to play music that can be heard outside your home after 11 pm.\n\nPlease keep to this. If you do, this letter is the end of the matter.\n\nIf you would like help with anything, ring me. I mean that.\n\nDionne Clarke\nAntisocial behaviour officer' },
      { title: 'Plan of the second-floor landing', type: 'png', by: 'leon-whitlock', day: -131, content: 'stairs|14|16|bin store' },
    ],
    messages: [
      [-129, '16:20', 'deborah-quill', ['dionne-clarke', 'tom-garside'], 'Thank you both for this morning. I know I was the awkward one.'],
      [-129, '16:41', 'tom-garside', ['deborah-quill', 'dionne-clarke'], 'You were right about this week. I will do it at his mum\'s, not on the landing.'],
      [-72, '16:30', 'dionne-clarke', ['kirsty-muir'], 'Breakfast club worked. She has not noticed it is you.'],
      [-3, '09:05', 'deborah-quill', ['dionne-clarke'], 'Are you near closing this? Maureen asked me what happens to her alarm when you do.'],
      [-2, '16:12', 'dionne-clarke', ['samuel-eze'], 'Would you see Maureen once more? She asked after "the nurse with the shoes".'],
    ],
    looks: [['dionne-clarke', -4, '16:02'], ['tom-garside', -20, '07:35'], ['deborah-quill', -3, '08:58'], ['samuel-eze', -60, '12:10'], ['judith-crane', -33, '10:00']],
  },
]
