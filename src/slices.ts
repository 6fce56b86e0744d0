/** The slices in the order in which their rules are laid: a rule may rest only on tables and functions above it. */
export const sliceOrder = [
  'agencies',
  'accounts',
  'agreements',
  'sharing',
  'cases',
  'chronology',
  'people',
  'places',
  'plan',
  'reminders',
  'messages',
  'documents',
  'search',
  'matching',
  'audit',
  'drafts',
] as const
