/** What a worker can be reminded of. */

export const reminderKinds = [
  { value: 'soon', label: 'Due tomorrow', hint: 'On a Friday: due by Monday' },
  { value: 'today', label: 'Due today' },
  { value: 'late', label: 'Late' },
  { value: 'others', label: 'Late with somebody else', hint: 'In cases that you lead or that your team owns' },
] as const

export type ReminderKind = (typeof reminderKinds)[number]['value']

export const everyKind: readonly ReminderKind[] = reminderKinds.map(kind => kind.value)
