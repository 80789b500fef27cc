import type { Domain } from './corpus.ts'

/** How much one occurrence counts, by domain; chosen by perplexity on held-out administrative text (docs/models.md). */
export const WEIGHTS: Record<Domain, number> = { admin: 8, law: 1.5, news: 0.5, wiki: 0.3 }
