// A test runner for Stryker that loads tests and program once and runs them as plain functions, for each mutant those that
// reach it, first what is quick and found others. Stryker's own runner begins vitest anew for each mutant: 3 s where this takes 0.1 to 0.5.
//
// What stays in memory between two runs must not tell of a mutant that is gone. So everything runs once before coverage is
// taken (what is made at its first use counts as made at the start), and a test that failed runs again without the mutant:
// if it fails then too, Stryker is asked for a fresh process.
import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { Script } from 'node:vm'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { collectTests, getFn, getHooks } from '@vitest/runner'
import { globSync } from 'tinyglobby'
import { register } from 'tsx/esm/api'

/** The tests that are asked: those of the parts that are changed, and of the plans made from the fixtures. */
const FILES = ['{grammars,src/parse,src/interpret}/**/*.test.ts', 'fixtures/{fixtures,placed,read}.test.ts']
/** What is drawn by chance, and what measures time, would find a change in one run and not in the next. */
const LEFT_OUT =
  /any text|any tree|any labels|any input|bounded|in proportion|in time that|however many|round trip/

/** `SAMPLE=3/10 npm run mutate` tries each tenth mutant from the third; Stryker counts the others as errors, which its score leaves out. */
const [FROM, EVERY] = (process.env.SAMPLE ?? '0/1').split('/').map(Number)

/** A test that takes longer than this, and this many times what it took, is in an endless loop: no need for a fresh process. */
const LEAST_TIME = 2000
const PATIENCE = 10
const ENDLESS = 'ERR_SCRIPT_EXECUTION_TIMEOUT'
const TIMED_OUT = { status: DryRunStatus.Timeout }
/** A file to which each mutant that was tried is added: Stryker tells nothing before its end. */
const LOG = process.env.MUTANTS

class InProcessTestRunner {
  /** @type {{ id: string, name: string, fileName: string, run: () => Promise<void>, took: number, kills: number }[]} */
  tests = []
  stryker = (globalThis.__stryker__ ??= {})

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init() {
    register()
    const files = globSync(FILES, { absolute: true, ignore: ['**/node_modules/**'] }).sort()
    for (const file of await collectTests(files, collector)) {
      if (file.result?.state === 'fail') throw new Error(`${file.filepath}: ${file.result.errors[0].message}`)
      this.tests.push(...testsOf(file, relative(process.cwd(), file.filepath)))
    }
    for (const test of this.tests) await failureOf(test)
  }

  async dryRun() {
    this.stryker.activeMutant = undefined
    const tests = []
    for (const test of this.tests) {
      this.stryker.currentTestId = test.id
      const start = performance.now()
      const failure = await failureOf(test)
      test.took = performance.now() - start
      tests.push(told(test, failure))
    }
    this.stryker.currentTestId = undefined
    return { status: DryRunStatus.Complete, tests, mutantCoverage: atRun(this.stryker.mutantCoverage) }
  }

  async mutantRun(options) {
    const { activeMutant } = options
    if (Number(activeMutant.id) % EVERY !== FROM)
      return { status: MutantRunStatus.Error, errorMessage: 'left out of the sample' }
    const result = await this.tried(options)
    if (LOG)
      appendFileSync(
        LOG,
        `${JSON.stringify({ status: result.status, killedBy: result.killedBy, ...activeMutant })}\n`,
      )
    return result
  }

  async tried({ activeMutant, testFilter, hitLimit }) {
    const asked = new Set(testFilter)
    const tests = this.tests
      .filter(test => !testFilter || asked.has(test.id))
      .sort((a, b) => a.took / (a.kills + 0.1) - b.took / (b.kills + 0.1))
    // Stryker's limit is a hundred times what all tests together need, which one alone need not reach.
    const limit = hitLimit && Math.max(1000, hitLimit / 10)
    const ran = []
    for (const test of tests) {
      Object.assign(this.stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: limit })
      const start = performance.now()
      const failure = await failureWithin(test, LEAST_TIME + PATIENCE * test.took)
      if (failure === undefined) test.took = performance.now() - start
      const timeout =
        determineHitLimitReached(this.stryker.hitCount, limit) ?? (failure === ENDLESS && TIMED_OUT)
      this.stryker.activeMutant = undefined
      ran.push(told(test, failure))
      if (failure === undefined) continue
      test.kills++
      if ((await failureOf(test)) !== undefined) throw new Error(`${test.name} fails also without the mutant`)
      if (timeout) return toMutantRunResult(timeout)
      break
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: ran })
  }
}

/** What tests reach while they run can be changed then: only what ran at no other time counts as done at the start. */
function atRun({ static: atStart, perTest } = { static: {}, perTest: {} }) {
  const reached = new Set(Object.values(perTest).flatMap(Object.keys))
  return {
    perTest,
    static: Object.fromEntries(Object.entries(atStart).filter(([mutant]) => !reached.has(mutant))),
  }
}

const collector = {
  config: {
    root: process.cwd(),
    sequence: {},
    setupFiles: [],
    testTimeout: 0,
    hookTimeout: 0,
    tags: [],
    allowOnly: true,
  },
  trace: (_name, ...rest) => rest.at(-1)(),
  importFile: path => import(path),
}

function testsOf(suite, fileName, names = []) {
  if (Object.values(getHooks(suite)).some(hooks => hooks?.length > 0))
    throw new Error(`${fileName}: hooks are not run here; have the tests call what they need`)
  return suite.tasks.flatMap(task => {
    const path = [...names, task.name]
    if (task.mode === 'skip' || task.mode === 'todo') return []
    if (task.type === 'suite') return testsOf(task, fileName, path)
    const name = path.join(' ')
    if (LEFT_OUT.test(name)) return []
    return { id: `${fileName}#${name}`, name, fileName, run: getFn(task), took: 0, kills: 0 }
  })
}

/** The same of a test that may need so many milliseconds of the processor; on a busy machine they take longer. */
async function failureWithin(test, allowed) {
  for (let timeout = allowed; ; timeout *= 2) {
    const before = process.cpuUsage()
    const failure = await failureOf(test, timeout)
    const { user, system } = process.cpuUsage(before)
    if (failure !== ENDLESS || (user + system) / 1000 > 0.8 * allowed) return failure
  }
}

const RUN = new Script('globalThis.__test__()')

/** What the test fails with; one that is still busy after `timeout` milliseconds is ended. */
async function failureOf(test, timeout) {
  try {
    globalThis.__test__ = test.run
    await RUN.runInThisContext(timeout ? { timeout: Math.ceil(timeout) } : {})
    return undefined
  } catch (error) {
    return error.code === ENDLESS ? ENDLESS : String(error.message ?? error)
  }
}

function told({ id, name, fileName, took }, failureMessage) {
  const about = { id, name, fileName, timeSpentMs: took }
  return failureMessage === undefined
    ? { ...about, status: TestStatus.Success }
    : { ...about, status: TestStatus.Failed, failureMessage }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessTestRunner)]
