// Examples of buttons.
import { Button, ButtonRow, LinkButton, PostButton } from './button.tsx'
import { type Example, hostile, huge } from './example.ts'

export const examples: Example[] = [
  {
    name: 'every kind',
    show: () => (
      <ButtonRow>
        <Button>Save note</Button>
        <Button kind="secondary" icon="share">
          Share
        </Button>
        <Button kind="quiet">Skip this</Button>
        <Button kind="danger">End access</Button>
        <Button disabled>Saving</Button>
        <a href="#cancel">Cancel</a>
      </ButtonRow>
    ),
  },
  {
    name: 'small, and a link that looks like one',
    show: () => (
      <ButtonRow>
        <Button small>Save</Button>
        <LinkButton href="#brief" small>
          Brief
        </LinkButton>
        <LinkButton href="#new" kind="primary" icon="plus">
          Open a case
        </LinkButton>
      </ButtonRow>
    ),
  },
  {
    name: 'a form that is one button',
    show: () => (
      <PostButton action="/tasks/1/completion" fields={{ from: hostile }} kind="secondary" icon="check">
        Done
      </PostButton>
    ),
  },
  { name: 'hostile and huge words', show: () => <Button>{hostile + huge}</Button> },
]
