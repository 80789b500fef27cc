import type { Plan, Target, Task } from '../../../schemas/plan.ts'
import { passagesOf } from '../passages.ts'
import { wordsOf } from '../words.ts'

/** What of a plan above has no counterpart in the plan that carries it out. */
export interface Gap {
  tasks: Task[]
  targets: Target[]
  /** How many there are above in all. */
  of: { tasks: number; targets: number }
}

/** Share of the telling words of a task or target that one passage must have to be its counterpart. */
const COVERED = 0.5
/** Words of most passages tell nothing of what a task is about. */
const COMMON = 0.25

/** Tasks and targets of `above` that no passage of `plan` takes up. Numbers may be others, the matter must be the same. */
export function againstParent(plan: Plan, above: Plan): Gap {
  const passages = passagesOf(plan)
    .filter(({ kind }) => kind === 'statement' || kind === 'heading' || kind === 'row')
    .map(({ text }) => setOf(text))
  const weight = weights([...passages, ...passagesOf(above).map(({ text }) => setOf(text))])
  const isTakenUp = (text: string): boolean => {
    const words = setOf(text)
    const whole = sum(words, weight)
    return (
      whole === 0 || passages.some(passage => sum(intersection(words, passage), weight) >= COVERED * whole)
    )
  }
  return {
    tasks: above.tasks.filter(({ text }) => !isTakenUp(text)),
    targets: above.targets.filter(({ text, subject }) => !isTakenUp(subject || text)),
    of: { tasks: above.tasks.length, targets: above.targets.length },
  }
}

/** Single words and pairs of neighbours: Vietnamese words have mostly two syllables. */
function setOf(text: string): Set<string> {
  const words = wordsOf(text)
    .map(({ exact }) => exact)
    .filter(word => /\p{L}/u.test(word))
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])
}

/** The rarer a word, the more it tells. */
function weights(passages: readonly Set<string>[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const passage of passages) for (const word of passage) counts.set(word, (counts.get(word) ?? 0) + 1)
  return word => {
    const share = (counts.get(word) ?? 0) / passages.length
    return share > COMMON ? 0 : Math.log((1 + passages.length) / (counts.get(word) ?? 1))
  }
}

function sum(words: Iterable<string>, weight: (word: string) => number): number {
  let total = 0
  for (const word of words) total += weight(word)
  return total
}

function* intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): Generator<string> {
  for (const word of a) if (b.has(word)) yield word
}
