import { defineConfig } from 'vitest/config'
import browser from './vitest.browser.config.ts'
import config from './vitest.config.ts'

// Tests and journeys together: one after the other, whichever ended first would leave a processor waiting.
export default defineConfig({
  ...browser,
  test: { ...browser.test, include: [...(config.test?.include ?? []), ...(browser.test?.include ?? [])] },
})
