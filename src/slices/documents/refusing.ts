/** What a worker meets whose upload cannot be taken. */
import { Invalid } from '../../platform/errors.ts'
import { NotKept } from './keeping.ts'

/** The same form again when what was sent cannot be taken (422), or nothing can be kept just now: unchecked (503), or no room (507). */
export async function refusing(again: (invalid: Invalid) => Promise<Response>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const page = await again(error)
    return error instanceof NotKept ? new Response(page.body, { status: error.status, headers: page.headers }) : page
  }
}
