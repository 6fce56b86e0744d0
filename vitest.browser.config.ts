import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.browser.{ts,tsx}', 'test/browser/**/*.browser.{ts,tsx}'],
    globalSetup: 'test/postgres.ts',
    env: { KITH_ENV: 'test' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
})
