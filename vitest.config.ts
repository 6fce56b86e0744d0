import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The proof takes longest, then the journeys at browsers: begun last, one processor would wait for them alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ['/test/proof/', '.browser.', '/test/runtime/']
    const turn = ({ moduleId }: TestSpecification) => long.findIndex(part => moduleId.includes(part)) + 1 || long.length + 1
    return (await super.sort(files)).sort((a, b) => turn(a) - turn(b))
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
