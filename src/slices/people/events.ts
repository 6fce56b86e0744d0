/** What happens to people, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  person_added: () => 'added a person',
  people_imported: ({ detail }) => `brought in ${detail.count} people from a file`,
  person_amended: () => 'changed a person’s details',
  person_joined: ({ detail }) => `added a person as ${detail.role}`,
  person_found: ({ detail }) => `added a person found, as ${detail.role}`,
  role_ended: ({ detail }) => `ended somebody’s role as ${detail.role}`,
  name_learnt: () => 'recorded another name of a person',
  contact_learnt: () => 'recorded how a person can be reached',
  warning_given: () => 'gave a warning about a person',
  need_learnt: () => 'recorded what a person needs',
  relationship_learnt: () => 'recorded how two people are related',
  fact_ended: ({ detail }) => `ended ${ended[String(detail.part)] ?? 'something known about a person'}`,
  equality_recorded: () => 'recorded equality monitoring',
  object_joined: ({ detail }) => `added ${detail.kind === 'organisation' ? 'an organisation' : `a ${detail.kind}`}`,
  object_ended: ({ detail }) => `ended the role of ${detail.kind === 'organisation' ? 'an organisation' : `a ${detail.kind}`}`,
}

const ended: Record<string, string> = {
  names: 'a person’s other name',
  contacts: 'a way to reach a person',
  warnings: 'a warning about a person',
  needs: 'a person’s need',
  relationships: 'a relationship',
}
