import { expect, test } from 'vitest'
import { createReporter, type FileReport, type ReporterName } from './reporter.ts'

const reports: FileReport[] = [
  { input: 'tập/tốt.pdf', file: 'tập/tốt.plan.yaml', findings: [] },
  {
    input: 'tập/a.pdf',
    file: 'tập/a.plan.yaml',
    findings: [
      { path: 'tasks[3].lead', message: 'expected <Văn phòng>, got "Công an"', line: 12, column: 7 },
      { path: 'header.date', message: 'expected 2026-06-15, got nothing\u0001' },
    ],
  },
]

async function written(name: ReporterName, from = reports): Promise<string> {
  const reporter = await createReporter(name)
  return from.map(report => reporter.add(report)).join('') + reporter.end()
}

test('text: a line per finding; the place only where the finding is in the file that was given', async () => {
  expect(await written('text')).toBe(
    'tập/a.pdf: tasks[3].lead: expected <Văn phòng>, got "Công an"\n' +
      'tập/a.pdf: header.date: expected 2026-06-15, got nothing\u0001\n',
  )
  const [, report] = reports
  expect(await written('text', [{ ...report!, input: report!.file }])).toMatch(
    /^tập\/a\.plan\.yaml:12:7: tasks/,
  )
})

test('json: all reports, those without findings too', async () => {
  expect(JSON.parse(await written('json'))).toEqual(reports)
})

test('junit: a case per input, characters that XML does not have replaced', async () => {
  const xml = await written('junit')
  expect(xml).toContain('<testsuites tests="2" failures="1" errors="0">')
  expect(xml).toContain('<testcase classname="plan-extract" name="tập/tốt.pdf" time="0"/>')
  expect(xml).toContain('<failure type="finding" message="2 findings">')
  expect(xml).toContain('tasks[3].lead: expected &lt;Văn phòng&gt;, got &quot;Công an&quot;')
  expect(xml).not.toContain('\u0001')
})

test('github: an annotation on the line of the plan file', async () => {
  expect(await written('github')).toMatch(
    /^::error file=tập\/a\.plan\.yaml,line=12,col=7,title=tasks\[3\]\.lead::expected <Văn phòng>, got "Công an"\n::error file=[^,]*,title=header\.date::/,
  )
})

test('sarif: a result per finding with its region, rules without indexes', async () => {
  const sarif = JSON.parse(await written('sarif'))
  expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'plan-extract' } } }] })
  const [run] = sarif.runs
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['header.date', 'tasks.lead'])
  expect(run.results[0].locations[0].physicalLocation.region).toEqual({ startLine: 12, startColumn: 7 })
})
