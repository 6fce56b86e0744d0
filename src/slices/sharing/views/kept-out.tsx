/** Who is kept out of a case by a conflict of interest, for those who may know. */
import { Card, Rows } from '../../../ui/index.ts'

type Props = { keptOut: { id: string; name: string; agencyName: string }[] }

/** Nothing when nobody is. */
export function KeptOut({ keptOut }: Props) {
  if (keptOut.length === 0) return null
  return (
    <Card title="Kept out" flush>
      <Rows
        label="Kept out"
        rule={['conflicts']}
        rows={keptOut.map(({ id, name, agencyName }) => ({
          id: `kept-out-${id}`,
          title: `${name} (${agencyName}) cannot open this case.`,
          about: 'A conflict of interest closes it to them, whoever it is shared with. Do not talk to them about it.',
        }))}
      />
    </Card>
  )
}
