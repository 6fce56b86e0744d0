// npm run kith -- …: what an administrator does from the command line.
import { commands } from './cli/commands.ts'
import { runCommand } from './cli/run.ts'
import { stopWith } from './platform/stop.ts'

await runCommand(commands, process.argv.slice(2)).then(() => process.exit(0), stopWith)
