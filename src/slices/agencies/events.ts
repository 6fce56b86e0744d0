/** What administrators do with agencies, teams and workers, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'
import { roleName } from './words.ts'

export const sentences: Sentences = {
  agency_added: ({ about }) => `added ${about ?? 'an agency'}`,
  agency_amended: ({ about }) => `changed the details of ${about ?? 'an agency'}`,
  agency_suspended: ({ about }) => `suspended ${about ?? 'an agency'}`,
  agency_resumed: ({ about }) => `let ${about ?? 'an agency'} back in`,
  worker_joined: ({ about }) => `added ${about ?? 'a worker'}`,
  worker_invited: ({ about }) => `invited ${about ?? 'a worker'}`,
  worker_amended: ({ about }) => `changed the details of ${about ?? 'a worker'}`,
  worker_suspended: ({ about }) => `suspended ${about ?? 'a worker'}`,
  worker_resumed: ({ about }) => `let ${about ?? 'a worker'} back in`,
  worker_left: ({ about }) => `recorded that ${about ?? 'a worker'} has left`,
  worker_returned: ({ about }) => `recorded that ${about ?? 'a worker'} is back`,
  worker_moved: ({ about }) => `moved ${about ?? 'a worker'} to another agency`,
  role_given: ({ about, detail }) => `made ${about ?? 'a worker'} ${roleName(String(detail.role)).toLowerCase()}`,
  role_taken: ({ about, detail }) => `took the role of ${roleName(String(detail.role)).toLowerCase()} from ${about ?? 'a worker'}`,
  team_added: ({ about }) => `added the team ${about ?? ''}`.trim(),
  team_amended: ({ about }) => `changed the details of ${about ?? 'a team'}`,
  team_ended: ({ about }) => `ended ${about ?? 'a team'}`,
  team_joined: ({ about }) => `put ${about ?? 'a worker'} in a team`,
  team_left: ({ about }) => `took ${about ?? 'a worker'} out of a team`,
}
