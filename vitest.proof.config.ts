import { defineConfig, mergeConfig } from 'vitest/config'
import config from './vitest.config.ts'

const merged = mergeConfig(config, {})

export default defineConfig({ ...merged, test: { ...merged.test, include: ['test/proof/*.test.ts'] } })
