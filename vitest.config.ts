import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,grammars,schemas,fixtures,training,bench,test}/**/*.test.ts'],
    testTimeout: 120_000,
    coverage: { provider: 'v8', include: ['src/**', 'grammars/**', 'schemas/**'], exclude: ['**/*.test.ts'] },
  },
})
