import { defineConfig } from 'vitest/config'

/** The tests that are asked whether they notice a changed program: those of the parts that are changed, and of the plans. */
export default defineConfig({
  test: {
    include: ['{grammars,src/parse,src/interpret}/**/*.test.ts', 'fixtures/fixtures.test.ts'],
    // What is drawn by chance, and what measures time, would find a change in one run and not in the next.
    testNamePattern: /^(?!.*(any text|any tree|any labels|any input|bounded|in proportion|round trip))/,
    isolate: false,
  },
})
