/** What a worker meets whose upload cannot be taken. */
import { Invalid } from '../../platform/errors.ts'
import { NoRoom } from '../../platform/files.ts'

/** The same form again when what was sent cannot be taken (422), or cannot be kept because there is no room (507). */
export async function refusing(again: (invalid: Invalid) => Promise<Response>, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Invalid) return again(error)
    if (!(error instanceof NoRoom)) throw error
    const page = await again(new Invalid({ files: error.message }))
    return new Response(page.body, { status: 507, headers: page.headers })
  }
}
