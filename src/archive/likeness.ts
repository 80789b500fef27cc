import type { Plan } from '../../schemas/plan.ts'
import { jaccard, likenessOfSketches, shinglesOf, sketchOf } from './minhash.ts'
import { passagesOf } from './passages.ts'
import type { Card, Store } from './store.ts'

/** A plan of the archive and the share of three-word shingles it has in common with another (Jaccard), in [0, 1]. */
export interface Alike {
  card: Card
  similarity: number
}

/** From here on one plan is a near copy of the other. */
export const NEAR_COPY = 0.8

/**
 * Sketches err by 0.045 at most on average: three times that under the limit nearly no near copy is lost (0.3 % at the
 * limit itself), and the exact check takes the others out.
 */
const MARGIN = 0.14

/** The plans most alike, most alike first: every near copy, and of the others so many that `limit` is reached. */
export function plansLike(store: Store, plan: Plan, limit: number): Alike[] {
  const shingles = shinglesOf(passagesOf(plan))
  const sketch = sketchOf(shingles)
  const estimated: { id: number; likeness: number }[] = []
  for (const other of store.sketches())
    estimated.push({ id: other.id, likeness: likenessOfSketches(sketch, other.sketch) })
  estimated.sort((a, b) => b.likeness - a.likeness || a.id - b.id)
  const copies = estimated.findIndex(({ likeness }) => likeness < NEAR_COPY - MARGIN)
  const candidates = estimated.slice(0, Math.max(copies < 0 ? estimated.length : copies, limit))
  const cards = new Map([...store.cards()].map(card => [card.id, card]))
  return candidates
    .map(({ id }) => ({
      card: cards.get(id)!,
      similarity: jaccard(shingles, shinglesOf(passagesOf(store.plan(id)))),
    }))
    .filter(({ similarity }) => similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || a.card.id - b.card.id)
    .filter(({ similarity }, place) => similarity >= NEAR_COPY || place < limit)
}
