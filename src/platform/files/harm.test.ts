/** A scanner that says nothing, or breaks off, has found nothing out: no file passes on half an answer. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { findNoHarm } from './harm.ts'
import { FileDamaged, NotChecked } from './refused.ts'

/** A program that listens where a scanner should, and does this with whoever calls. */
async function listening(does: (socket: Socket) => void): Promise<string> {
  const calls = new Set<Socket>()
  const server = createServer(socket => {
    calls.add(socket.on('error', () => {}))
    socket.resume()
    does(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of calls) socket.destroy()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each<[string, (socket: Socket) => void]>([
  ['hangs up', socket => socket.end()],
  ['breaks off in its answer', socket => socket.end('stream: OK')],
  ['reports a fault of its own', socket => socket.end('stream: Cannot allocate memory ERROR\0')],
  ['does not know the question', socket => socket.end('UNKNOWN COMMAND\0')],
  ['never answers', () => {}],
])('no file passes a scanner that %s', async (_, does) => {
  await expect(findNoHarm([Buffer.from('order')], await listening(does), 300)).rejects.toThrow(NotChecked)
})

test('a file that cannot be read is not blamed on the scanner, which is not kept waiting for the rest of it', async () => {
  const damaged = async function* () {
    yield Buffer.from('order')
    throw new FileDamaged('This file was changed or damaged where it is stored.')
  }
  await expect(findNoHarm(damaged(), await listening(() => {}))).rejects.toThrow(FileDamaged)
})
