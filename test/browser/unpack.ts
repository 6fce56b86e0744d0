/** Unpacks Chromium before any journey begins: two that begin side by side would both do it, and one could start half of it. */
import chromium from '@sparticuz/chromium'

export default async function setup() {
  await chromium.executablePath()
}
