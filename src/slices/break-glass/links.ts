/** Addresses of opening a case in an emergency. */
export const emergencyLink = '/emergency'
/** @example emergencyFor('7KQM-4RTX') // "/emergency?reference=7KQM-4RTX" */
export const emergencyFor = (reference: string): string => `${emergencyLink}?${new URLSearchParams({ reference })}`
export const openingsLink = '/emergency/openings'
export const openingLink = (id: string): string => `${openingsLink}/${id}`
