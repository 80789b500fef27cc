import { defineConfig } from 'vitest/config'
import { TotalsReporter } from './test/totals-reporter.ts'

export default defineConfig({
  test: {
    include: ['{src,grammars,schemas,fixtures,training,bench,test}/**/*.test.ts'],
    reporters: ['default', new TotalsReporter()],
    testTimeout: 240_000,
    // A process of tests loads modules and models once: tests leave what they share as they found it. (103 to 41 s of CPU)
    isolate: false,
    // Many tests wait for programs that they start: one worker less than there are cores leaves a core idle.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['{src,grammars,schemas}/**/*.{ts,js}'],
      exclude: ['**/*.test.ts', 'dist/**', '**/build-*.js', 'src/report/client/**'], // the last runs in browsers
    },
  },
})
