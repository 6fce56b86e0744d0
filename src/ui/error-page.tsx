// What a person sees when something did not work: what happened, what they can do, a reference to quote.
import type { Child } from '#jsx/element'
import { ButtonRow, LinkButton } from './button.tsx'

export type ErrorStatus = 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

const words: Record<ErrorStatus, { title: string; text: string }> = {
  403: {
    title: 'You cannot do that',
    text: 'Your role does not allow this. You are still signed in. Ask your agency’s administrator if you need it.',
  },
  404: {
    title: 'Nothing here',
    text: 'There is nothing at this address that you can see. It may have been moved, closed to you, or mistyped.',
  },
  409: {
    title: 'Somebody changed this first',
    text: 'A colleague changed the same thing while you had it open. Go back, look at their change, and try again.',
  },
  413: {
    title: 'That is too big',
    text: 'What you sent is larger than Kith can take, so nothing of it was saved. Go back: your browser may still have what you wrote. Send it in smaller parts, or put very long words into a file and add that as a document.',
  },
  422: { title: 'Kith could not use that', text: 'Something in what was sent was not right. Go back, check it and send it again.' },
  429: { title: 'Too many tries', text: 'Wait a few minutes, then try again.' },
  500: {
    title: 'Kith made a mistake',
    text: 'Something broke on our side. What you had saved is safe, and what you were writing is kept in this browser. Try again in a moment.',
  },
  503: {
    title: 'Kith cannot reach the records',
    text: 'What you were writing is kept in this browser. Wait here: this page tries again by itself.',
  },
}

type ErrorPageProps = {
  status: ErrorStatus
  reference?: string | undefined
  text?: string | undefined
  /** Where to try again, when that may help. */
  again?: string | undefined
  /** Where somebody goes on who was refused. */
  back?: { href: string; label: string } | undefined
  /** Stands between the sentence and the ways out. */
  children?: Child
}

/**
 * The body of an error page; put it inside Page or PublicPage.
 * @example <PublicPage title="Nothing here"><ErrorMessage status={404} reference={requestId} /></PublicPage>
 */
export function ErrorMessage({ status, reference, text, again, back, children }: ErrorPageProps) {
  const { title, text: usual } = words[status]
  return (
    <div class="kith-error-page">
      <h1>{title}</h1>
      <p>{text ?? usual}</p>
      {children}
      <ButtonRow>
        {again ? <LinkButton href={again}>Try again</LinkButton> : null}
        {back ? <LinkButton href={back.href}>{back.label}</LinkButton> : null}
        <a href="/">Go to Today</a>
      </ButtonRow>
      {reference ? (
        <p class="kith-error-page__reference">
          If you ask for help, quote <code>{reference}</code>
        </p>
      ) : null}
      {status === 503 ? <kith-retry /> : null}
    </div>
  )
}

/**
 * The title of an error page, for the browser's tab.
 * @example errorTitle(404) // "Nothing here"
 */
export function errorTitle(status: ErrorStatus): string {
  return words[status].title
}
