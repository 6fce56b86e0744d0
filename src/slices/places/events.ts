/** What happens to places in cases, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  place_added: () => 'added a place',
  places_imported: ({ detail }) => (detail.count === 1 ? 'imported a place' : `imported ${Number(detail.count)} places`),
  place_graded: ({ detail }) =>
    typeof detail.grade === 'string' && /^\w{1,20}$/.test(detail.grade) ? `graded a place ${detail.grade}` : 'took the grade off a place',
  place_amended: () => 'put an address right',
  wards_imported: ({ detail }) => `brought in the wards of ${Number(detail.added)} postcodes`,
  place_ended: () => 'took a place off the case',
}
