/**
 * Fits the weights by which tables are read of which only the lines are left (src/parse/flat/weights.ts) to simulated tables:
 *
 *     npx tsx training/tables/fit.ts [--tables 400] [--rounds 6] [--weights over,under] [--measure]
 *
 * Coordinate search: each weight in turn is made smaller and larger, and kept where more cells are read word for word. Then
 * other tables, made of another part of the corpus, are measured. Prints the weights; they are copied into the source by hand.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Block } from '../../schemas/plan.ts'
import { packagePath } from '../../src/package-root.ts'
import { WEIGHTS } from '../../src/parse/flat/weights.ts'
import { parsePlan } from '../../src/parse-plan.ts'
import { Random } from '../print/random.ts'
import { readContent } from './content.ts'
import { simulateTable } from './layout.ts'
import { alignedCells, type Case, caseOf, scoreCase } from './score.ts'

const { values } = parseArgs({
  options: {
    tables: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '6' },
    weights: { type: 'string', default: Object.keys(WEIGHTS).join() },
    measure: { type: 'boolean', default: false },
  },
})
const count = Number(values.tables)
const training = await makeCases('training', 0, 40_000)
const heldOut = await makeCases('held-out', 40_000, 60_000)

async function makeCases(seed: string, from: number, to: number): Promise<Case[]> {
  const content = await readContent(from, to)
  return Array.from({ length: count }, (_, at) => caseOf(simulateTable(new Random(`${seed}/${at}`), content)))
}

const fixtures = readFixtures()

/** Tables of the fixtures as an engine read them, with the cells of the expected plans: few, but no simulation. */
function readFixtures(): { text: string; rows: string[][][] }[] {
  return readdirSync(packagePath('fixtures'))
    .filter(file => file.endsWith('.gold.txt'))
    .flatMap(file => {
      const name = packagePath(`fixtures/${file.replace(/\.gold\.txt$/, '')}`)
      const plan = JSON.parse(readFileSync(`${name}.plan.json`, 'utf8')) as ReadablePlan
      const rows = tablesOf(plan)
      const text = readFileSync(`${name}.gold.txt`, 'utf8').replaceAll(/^⟦noise⟧$/gm, '')
      return rows.length > 0 ? [{ text, rows }] : []
    })
}

type ReadablePlan = Pick<ReturnType<typeof parsePlan>, 'body' | 'annexes'>

function tablesOf(plan: ReadablePlan): string[][][] {
  const found: string[][][] = []
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'table') found.push(block.rows.map(row => row.cells))
      if (block.type === 'section') visit(block.blocks)
    }
  }
  visit(plan.body)
  for (const annex of plan.annexes) visit(annex.body)
  return found
}

function measureFixtures(): number {
  let cells = 0
  let right = 0
  for (const { text, rows } of fixtures) {
    const read = tablesOf(parsePlan(text))
    rows.forEach((table, at) => {
      cells += table.reduce((sum, row) => sum + row.length, 0)
      right += alignedCells(table, read[at] ?? [])
    })
  }
  return right / cells
}

function measure(cases: readonly Case[]): number {
  let cells = 0
  let right = 0
  for (const each of cases) {
    const score = scoreCase(each)
    cells += score.cells
    right += score.right
  }
  return right / cells
}

/** What the share of cells of the fixtures counts beside that of simulated tables. */
const FIXTURES = 0.5

const percent = (share: number) => (100 * share).toFixed(2)
console.log(`${count} tables; held out ${percent(measure(heldOut))} % of cells right`)
if (values.measure) process.exit(0)

const objective = () => measure(training) + FIXTURES * measureFixtures()
let best = objective()
console.log(`training ${percent(measure(training))}, fixtures ${percent(measureFixtures())}`)
let step = 0.3
for (let round = 0; round < Number(values.rounds); round++, step *= 0.7) {
  for (const name of values.weights.split(',') as (keyof typeof WEIGHTS)[]) {
    for (const factor of [1 + step, 1 / (1 + step)]) {
      const before = WEIGHTS[name]
      WEIGHTS[name] = before * factor
      const score = objective()
      if (score > best) {
        best = score
        console.log(`${name} ${before.toFixed(3)} → ${WEIGHTS[name].toFixed(3)}: ${percent(best)}`)
        break
      }
      WEIGHTS[name] = before
    }
  }
  console.log(
    `round ${round + 1}: training ${percent(measure(training))}, fixtures ${percent(measureFixtures())}, held out ${percent(measure(heldOut))}`,
  )
  console.log(
    JSON.stringify(WEIGHTS, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)),
  )
}
