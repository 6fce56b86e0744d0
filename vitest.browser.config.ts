import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['src/**/*.browser.{ts,tsx}', 'test/browser/**/*.browser.{ts,tsx}'],
    globalSetup: ['test/postgres.ts', 'test/browser/unpack.ts'],
  },
})
