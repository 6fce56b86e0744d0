/** What workers choose about reminders. */
import { z } from 'zod'
import { everyKind } from './kinds.ts'

const kind = z.enum(everyKind as [never, ...never[]], { error: 'Choose from the list.' })

export const reminderChoice = z.object({ kind: z.union([z.array(kind), kind.transform(one => [one])]).default([]) })
