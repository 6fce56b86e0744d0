/** Every command records an event, so that nothing is done without trace; and every event that a slice records has its sentence there. */
import { filesOf, finish } from './say.ts'

/** Commands that only keep a worker's own unsent words, that only call other commands, or whose event the database writes itself. */
const silent = new Set(['keepDraft', 'openInEmergency'])
const faults: string[] = []

for (const { path, text } of filesOf('src/slices/*/commands.ts', 'src/slices/*/commands/*.ts')) {
  const pieces = text.split(/^(?=(?:export )?(?:async )?function )/m)
  const recording = new Set(pieces.filter(piece => /\brecord\(/.test(piece)).map(nameOf))
  for (const piece of pieces.filter(piece => /^export async function/.test(piece))) {
    const name = nameOf(piece)
    const calls = [...piece.matchAll(/\b([a-z]\w+)\(/g)].map(([, called]) => called ?? '')
    if (recording.has(name) || silent.has(name) || calls.some(called => recording.has(called))) continue
    if (calls.some(called => imported(text, called))) continue
    faults.push(`${path}: ${name} records no event.`)
  }
}
finish(faults)

function nameOf(piece: string): string {
  return /function (\w+)/.exec(piece)?.[1] ?? ''
}

/** A command may be made of commands of another file or slice. */
function imported(text: string, name: string): boolean {
  return (
    new RegExp(`import[^;]*?\\b${name}\\b[^;]*?from '(\\.\\./\\w+/index|\\./(commands|\\w+))\\.ts'`).test(text) &&
    !['parse', 'check', 'newId'].includes(name)
  )
}
