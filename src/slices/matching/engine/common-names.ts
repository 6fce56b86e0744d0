/** Names that many people in the United Kingdom have: roughly how many of every ten thousand. A name that is not listed is rare. */

const given: [number, string][] = [
  [150, 'david john michael'],
  [110, 'james paul robert william mohammed muhammad'],
  [90, 'peter andrew richard thomas daniel mark christopher stephen'],
  [70, 'mary margaret susan sarah elizabeth george jack joseph matthew anthony ian'],
  [
    50,
    'emma laura karen julie helen patricia jennifer charlotte samuel benjamin alexander joshua simon kevin alan brian steven edward charles oliver harry',
  ],
  [
    35,
    'amy rebecca rachel jessica emily sophie hannah lucy chloe olivia amelia grace lisa claire nicola michelle tracey sharon deborah jacqueline linda christine barbara jean ann anne jane catherine kathleen dorothy joan',
  ],
  [
    25,
    'adam ryan luke lee jason gary graham keith neil stuart philip martin colin kenneth ronald derek raymond dennis roger nicholas jonathan patrick callum liam kieran nathan connor jordan lewis jamie scott craig darren dean wayne carl',
  ],
  [
    15,
    'ella mia isla poppy lily evie megan katie lauren gemma kelly stacey donna angela maria victoria natalie alison joanne samantha fiona heather maureen sheila brenda valerie pamela janet carol irene doris rose fatima aisha ali ahmed omar',
  ],
]
const family: [number, string][] = [
  [115, 'smith'],
  [90, 'jones'],
  [60, 'williams taylor brown davies'],
  [42, 'evans wilson thomas johnson roberts'],
  [33, 'robinson thompson wright walker white edwards hughes green hall lewis harris clarke patel jackson'],
  [
    25,
    'wood turner martin cooper hill ward morris moore clark lee king baker harrison morgan allen james scott phillips watson davis parker khan',
  ],
  [
    18,
    'price bennett young griffiths mitchell kelly cook carter richardson bailey collins bell shaw murphy miller cox richards marshall simpson anderson singh hussain begum ali ahmed',
  ],
  [
    13,
    'ellis adams wilkinson foster chapman mason campbell powell gray webb rogers palmer hunt holmes mills barnes knight matthews barker stevens lloyd butler russell fisher reid stewart robertson',
  ],
]

const shares = (lists: [number, string][]): Map<string, number> =>
  new Map(lists.flatMap(([of, names]) => names.split(' ').map((name): [string, number] => [name, of / 10_000])))
const known = { given: shares(given), family: shares(family) }

/** What a name that is not listed counts as. */
const rare = { given: 6 / 10_000, family: 2 / 10_000 }

/**
 * How many of all people have a name, from 0 to 1.
 * @example shareOf('family', 'smith') // 0.0115
 */
export const shareOf = (kind: 'given' | 'family', name: string): number => known[kind].get(name) ?? rare[kind]
