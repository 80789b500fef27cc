import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentOf, isSound } from '../bench/archive/content.ts'
import { feed } from '../src/archive/feed.ts'
import { indexPlan } from '../src/archive/index-plan.ts'
import { openArchive, openArchiveToWrite } from '../src/archive/sqlite/store.ts'
import { emptyFolder, run } from './program.ts'
import { samplePlan } from './sample-plan.ts'

const program = join(import.meta.dirname, '../bin/plan-extract.js')
const PLANS = 600

/** A file of many small plans, each with its own number; gives its lines. */
function manyPlans(folder: string): string[] {
  const lines = Array.from({ length: PLANS }, (_, at) => {
    const plan = samplePlan()
    Object.assign(plan.header, { number: `${at}/KH-UBND` })
    return JSON.stringify(plan)
  })
  writeFileSync(join(folder, 'plans.ndjson'), `${lines.join('\n')}\n`)
  return lines
}

test('a run that is killed leaves a sound archive, and the next completes it', async () => {
  const folder = emptyFolder()
  const lines = manyPlans(folder)
  const archive = join(folder, 'a.archive')
  for (const after of [350, 700]) {
    const child = spawn(process.execPath, [program, 'index', archive, 'plans.ndjson'], {
      cwd: folder,
      stdio: 'ignore',
    })
    await new Promise(resolve => {
      child.on('close', resolve)
      setTimeout(() => child.kill('SIGKILL'), after)
    })
    expect(await isSound(archive)).toBe(true)
  }
  const { code } = await run(['index', archive, 'plans.ndjson'], { cwd: folder })
  expect(code).toBe(0)
  const undisturbed = join(folder, 'b.archive')
  const store = await openArchiveToWrite(undisturbed)
  store.transaction(() => {
    for (const [at, text] of lines.entries())
      feed(store, { key: `plans.ndjson#${at + 1}`, text, path: '', parse: () => JSON.parse(text) })
  })
  store.close()
  const content = await contentOf(archive)
  expect(content).toHaveLength(PLANS)
  expect(content).toEqual(await contentOf(undisturbed))
})

test('two runs at once wait for each other and lose nothing', async () => {
  const folder = emptyFolder()
  manyPlans(folder)
  const ended = await Promise.all(
    [1, 2].map(() => run(['index', 'a.archive', 'plans.ndjson'], { cwd: folder })),
  )
  expect(ended.map(({ code, stderr }) => [code, stderr.includes('error')])).toEqual([
    [0, false],
    [0, false],
  ])
  const store = await openArchive(join(folder, 'a.archive'))
  expect(store.count()).toBe(PLANS)
  store.close()
})

test('a query that can not be understood is wrong usage, one that finds nothing is not', async () => {
  const folder = emptyFolder()
  const store = await openArchiveToWrite(join(folder, 'a.archive'))
  indexPlan(store, 'a.plan.json', samplePlan())
  store.close()
  const search = (query: string) => run(['search', 'a.archive', query, '--json'], { cwd: folder })
  expect(await search('year:none')).toMatchObject({ code: 2, stdout: '' })
  expect(await search('zzz')).toMatchObject({ code: 0 })
  expect(JSON.parse((await search('trong cay')).stdout)).toMatchObject({
    total: 1,
    hits: [{ file: 'a.plan.json' }],
  })
})

test('compare writes what changed as text, JSON and a page, and overwrites nothing', async () => {
  const cwd = emptyFolder()
  const plan = samplePlan()
  writeFileSync(join(cwd, 'a.plan.json'), JSON.stringify(plan))
  Object.assign(plan.tasks[0]!.deadline!, { text: '30/5/2026', to: '2026-05-30' })
  writeFileSync(join(cwd, 'b.plan.json'), JSON.stringify(plan))
  const plans = ['a.plan.json', 'b.plan.json']

  const text = await run(['compare', ...plans], { cwd })
  expect([text.code, text.stdout]).toEqual([0, expect.stringMatching(/^tasks +0 same +1 changed/m)])
  const json = JSON.parse((await run(['compare', ...plans, '--json'], { cwd })).stdout)
  expect(JSON.stringify(json)).toContain('2026-05-30')

  const page = ['compare', ...plans, '--format', 'html', '-o', 'c.html']
  expect((await run(page, { cwd })).code).toBe(0)
  expect((await run(page, { cwd })).stderr).toContain('E_EXISTS')
  expect(readFileSync(join(cwd, 'c.html'), 'utf8')).toContain('30/5/2026')
  expect(await run(['compare', 'a.plan.json'], { cwd })).toMatchObject({ code: 2, stdout: '' })
})
