import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The proof takes longest: begun last, one processor would wait for it alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const proof = (file: TestSpecification) => Number(!file.moduleId.includes('/test/proof/'))
    return (await super.sort(files)).sort((a, b) => proof(a) - proof(b))
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/postgres.ts',
    // How long somebody waits before they take a test for stuck, on a machine that is busy with other things. No test measures time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    env: { KITH_ENV: 'test' },
  },
})
