// GOV.UK Frontend ships no types; these are the three parts that kith-govuk starts.
declare module 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs' {
  export const ErrorSummary: new (root: Element) => unknown
}
declare module 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs' {
  export const CharacterCount: new (root: Element) => unknown
}
declare module 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs' {
  export const PasswordInput: new (root: Element) => unknown
}
