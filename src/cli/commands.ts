// Every command, in the order in which help lists them.
import { auditCheckpoint } from './audit-checkpoint.ts'
import { auditSeal } from './audit-seal.ts'
import { auditVerify } from './audit-verify.ts'
import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { filesRelease } from './files-release.ts'
import { filesScan } from './files-scan.ts'
import { importPeopleCommand } from './import-people.ts'
import { importWardsCommand } from './import-wards.ts'
import { keysChange } from './keys-change.ts'
import { matchEvaluate } from './match-evaluate.ts'
import { migrateDatabase } from './migrate.ts'
import { restore } from './restore.ts'
import { userInvite } from './user-invite.ts'

export const commands: readonly Command[] = [
  migrateDatabase,
  demo,
  importPeopleCommand,
  importWardsCommand,
  matchEvaluate,
  userInvite,
  backup,
  restore,
  keysChange,
  filesScan,
  filesRelease,
  auditSeal,
  auditVerify,
  auditCheckpoint,
]
