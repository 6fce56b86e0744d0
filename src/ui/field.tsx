// All fields in one place to import from.
export { Checkbox, Checkboxes, type Choice, Radios, Select } from './choice-field.tsx'
export { DateField, DateTimeField } from './date-field.tsx'
export type { FieldProps } from './field-shell.tsx'
export { FileField, PasswordField, TextArea, TextField } from './text-field.tsx'
