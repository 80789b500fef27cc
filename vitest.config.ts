import { defineConfig } from 'vitest/config'
import { TotalsReporter } from './test/totals-reporter.ts'

export default defineConfig({
  test: {
    include: ['{src,grammars,schemas,fixtures,training,bench,test}/**/*.test.ts'],
    reporters: ['default', new TotalsReporter()],
    testTimeout: 120_000,
    coverage: { provider: 'v8', include: ['src/**', 'grammars/**', 'schemas/**'], exclude: ['**/*.test.ts'] },
  },
})
