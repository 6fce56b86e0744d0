// GOV.UK and MOJ Frontend ship no types; these are the parts that kith-govuk starts.
declare module '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs' {
  export const SortableTable: new (root: Element) => unknown
}
declare module 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs' {
  export const ErrorSummary: new (root: Element) => unknown
}
declare module 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs' {
  export const CharacterCount: new (root: Element) => unknown
}
declare module 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs' {
  export const PasswordInput: new (root: Element) => unknown
}
