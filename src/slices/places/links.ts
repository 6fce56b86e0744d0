/** Addresses of places and of the places of a case. */
import { caseLink } from '../cases/index.ts'

/** @example placeLink(id) // "/places/…" */
export const placeLink = (id: string): string => `/places/${id}`
/** The same, with a way back to the case it was opened from. */
export const placeFromLink = (id: string, caseId: string): string => `${placeLink(id)}?from=${caseId}`
export const placesLink = (caseId: string): string => caseLink(caseId, 'places')
export const newPlaceLink = (caseId: string, words = ''): string =>
  `${placesLink(caseId)}/new${words ? `?q=${encodeURIComponent(words)}` : ''}`
/** One place's part in a case. */
export const casePlaceLink = (caseId: string, id: string): string => `${placesLink(caseId)}/${id}`
export const importLink = (caseId: string): string => `${placesLink(caseId)}/import`
export const exportLink = (caseId: string): string => `${placesLink(caseId)}/export`
