/**
 * Do the tests notice when the program is changed? `npm run mutate` changes grammars, parse and interpret in one place
 * after another; what a run that came to its end has tried is kept in `mutants/` and not tried again until it changes.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'in-process',
  plugins: ['./test/mutation/in-process-runner.js'],
  mutate: ['grammars/**/*.ts', 'src/{parse,interpret}/**/*.ts', '!**/*.test.ts', '!**/test-support.ts'],
  // What runs once (rules of grammars, tables) would need a process for each change.
  ignoreStatic: true,
  ignorePatterns: [
    '/bench',
    '/training/work',
    '/coverage',
    '/dist',
    '/models',
    '/fixtures/*.{garbled,scan}.pdf',
  ],
  tsconfigFile: 'none', // would be rewritten by an interface that TypeScript 7 no longer has
  incremental: true,
  incrementalFile: 'mutants/results.json',
  tempDirName: 'mutants/sandbox',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'mutants/report.json' },
  clearTextReporter: { allowColor: false, reportTests: false },
  concurrency: 1,
  // Endless loops are ended by the runner; this is for what it can't end.
  timeoutMS: 120_000,
}
