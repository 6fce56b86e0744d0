/** How much may be sent in one request, so that nobody fills the memory: little, save where files are taken in as they arrive. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { config } from './config.ts'

const megabyte = 1024 * 1024
const mostFiles = 20

/** The addresses that take files, reading them piece by piece through readUpload. */
const takesFiles = /^\/(cases\/[^/]+\/(documents|scans\/new)|documents\/[^/]+\/versions)$/

const words = bodyLimit({
  maxSize: 2 * megabyte,
  onError: () => {
    throw new HTTPException(413)
  },
})

/**
 * Middleware: answers 413 to a body of more than 2 MB, or, where files are taken, of more than twenty of the largest files.
 * @example app.use(limitedBody)
 */
export async function limitedBody(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  // What nobody reads needs no limit, and to look for it Hono would make a whole web request.
  if (['GET', 'HEAD'].includes(c.req.method)) return void (await next())
  if (!takesFiles.test(c.req.path)) return (await words(c, next)) ?? undefined
  if (Number(c.req.header('content-length') ?? 0) > mostFiles * config().uploadBytes + 2 * megabyte) throw new HTTPException(413)
  await next()
  return undefined
}
