// Whole pages put together from the parts: what page builders copy from.
import { CasePage } from './compositions/case-page.tsx'
import { FormPage } from './compositions/form-page.tsx'
import { ListPage } from './compositions/list-page.tsx'
import { SignInPage } from './compositions/sign-in-page.tsx'
import { TodayPage } from './compositions/today-page.tsx'
import { ErrorMessage } from './error-page.tsx'
import { type Example, hostile } from './example.ts'
import { Page, PublicPage } from './layout.tsx'

export const examples: Example[] = [
  { name: 'case', show: () => <CasePage /> },
  { name: 'today', show: () => <TodayPage /> },
  { name: 'list', show: () => <ListPage /> },
  { name: 'form', show: () => <FormPage /> },
  { name: 'sign-in', show: () => <SignInPage /> },
  {
    name: 'error',
    show: () => (
      <PublicPage title="Kith cannot reach the records">
        <ErrorMessage status={503} reference="k7f3-22q" />
      </PublicPage>
    ),
  },
  {
    name: 'mistake',
    show: () => (
      <Page title="Kith made a mistake">
        <ErrorMessage status={500} reference="k7f3-22q" again="/cases" />
      </Page>
    ),
  },
  {
    name: 'hostile',
    show: () => (
      <Page
        title={hostile}
        actor={{ workerId: hostile, name: hostile, agencyName: hostile }}
        flash={{ text: hostile }}
        live={`/live?case=${hostile}`}
        wide
      >
        <h1>{hostile}</h1>
      </Page>
    ),
  },
]
