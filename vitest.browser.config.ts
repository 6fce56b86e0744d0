import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } },
  test: {
    include: ['src/**/*.browser.{ts,tsx}', 'test/browser/**/*.browser.{ts,tsx}'],
    globalSetup: 'test/postgres.ts',
    env: { KITH_ENV: 'test' },
    // As in vitest.config.ts: when a test is stuck, not how quick it must be.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 1,
  },
})
