/** What a file shows without being saved: a picture, a PDF, text, sound or film; never anything that could run. */
import { useContext } from '#jsx/contexts'
import { EmptyState, Surroundings } from '../../../ui/index.ts'
import { canBeShown } from '../headers.ts'

type PreviewProps = { href: string; type: string; title: string; text?: string | undefined }

/** @example <Preview href={fileLink(id, 1)} type="image/jpeg" title="Front door" /> */
export function Preview({ href, type, title, text }: PreviewProps) {
  if (text !== undefined)
    return (
      <pre class="kith-shown kith-shown--text" dir="auto" tabindex={0} role="region" aria-label={title}>
        {text}
      </pre>
    )
  if (!canBeShown(type)) return <NotShown />
  if (type.startsWith('image/')) return <img class="kith-shown" src={href} alt={title} />
  // Nobody has written captions for a recording that a worker brings along.
  // biome-ignore lint/a11y/useMediaCaption: see above
  if (type.startsWith('audio/')) return <audio class="kith-shown" src={href} controls preload="none" aria-label={title} />
  // biome-ignore lint/a11y/useMediaCaption: see above
  if (type.startsWith('video/')) return <video class="kith-shown" src={href} controls preload="none" aria-label={title} />
  return <iframe class="kith-shown kith-shown--pages" src={href} title={title} />
}

function NotShown() {
  return (
    <EmptyState icon="document" title="This kind of file is not shown here">
      {useContext(Surroundings).nothingLeaves
        ? 'It can only be saved, and nothing can be while the case is open to you in an emergency. Ring whoever added it.'
        : 'Save a copy to open it on your computer.'}
    </EmptyState>
  )
}
