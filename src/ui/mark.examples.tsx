// Examples of marks: who may see a row, said on it and asked for it.
import { type Example, hostile } from './example.ts'
import { Marks, SensitivityChoice, SideChoice } from './mark.tsx'

const sides = [
  { key: 'victim', name: 'Victim side' },
  { key: 'subject', name: 'Perpetrator side' },
]

export const examples: Example[] = [
  {
    name: 'every mark',
    show: () => (
      <p class="kith-adding">
        <Marks mark={{ side: 'victim', category: 'health', restricted: true }} sides={sides} />
        <Marks mark={{ side: 'subject', category: 'other' }} sides={[{ key: 'subject', name: hostile }]} />
      </p>
    ),
  },
  { name: 'a choice of sides', show: () => <SideChoice sides={sides} /> },
  { name: 'one side only', show: () => <SideChoice sides={sides.slice(0, 1)} /> },
  { name: 'the role says the side', show: () => <SideChoice sides={sides} unsaid="As the role says" /> },
  { name: 'what makes it sensitive', show: () => <SensitivityChoice value="health" /> },
]
