import { availableParallelism } from 'node:os'
import { correctionsFor } from '../../corrections/beside.ts'
import type { Corrections } from '../../corrections/schema.ts'
import { PlanExtractError } from '../../errors.ts'
import { failed } from '../../jobs/failure.ts'
import type { Job } from '../../jobs/job.ts'
import { runJobs } from '../../jobs/run-jobs.ts'
import { say } from '../../said.ts'
import { lexiconText } from '../../user-lexicon/file.ts'
import { type Learned, type Lesson, learn } from '../../user-lexicon/learn.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { expandInputs, isDocument } from '../inputs.ts'
import { t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import { type DocumentOptions, jobOptions } from '../options.ts'
import { writeOut } from '../standard-output.ts'
import { writeWhole } from '../write.ts'

export interface LearnOptions extends DocumentOptions {
  output?: string
}

interface Corrected {
  path: string
  corrections: Corrections
}

/** `plan-extract learn <folder…>`: a lexicon of names and abbreviations from the corrections in it. */
export async function learnCommand(args: string[], cli: LearnOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  const corrected: Corrected[] = []
  let failures = 0
  for (const { path, error } of (await expandInputs(args, isDocument)).files)
    try {
      if (error) throw error
      const corrections = correctionsFor(path)
      if (corrections && corrections.corrections.length > 0) corrected.push({ path, corrections })
    } catch (cause) {
      failures++
      messages.error(path, failed(cause))
    }
  if (corrected.length === 0)
    throw new PlanExtractError(
      'E_USAGE',
      say('no document with corrections in {inputs}', { inputs: args.join(', ') }),
      {
        hint: say('They lie beside the documents, as NAME.corrections.yaml.'),
      },
    )
  const jobs = corrected.map(({ path }): Job => ({ input: path, options, want: { step: 'read' } }))
  const workers = Math.min(cli.jobs ?? availableParallelism(), jobs.length)
  const lessons: Lesson[] = []
  let settled = 0
  messages.startProgress(jobs.length, 'file')
  for await (const outcome of runJobs<never>(jobs, { workers })) {
    const { path, corrections } = corrected[settled++]!
    if (outcome.ok) lessons.push({ document: outcome.document!, corrections })
    else {
      failures++
      messages.error(path, outcome)
    }
    messages.progress(settled, path)
  }
  messages.stopProgress()
  const learned = learn(lessons)
  for (const entry of learned) messages.info(entryTold(entry), { event: 'entry', ...entry })
  const kept = learned.filter(entry => entry.kept)
  const count = t('{kept} of {all} names and abbreviations from {documents} documents', {
    kept: kept.length,
    all: learned.length,
    documents: lessons.length,
  })
  messages.info(cli.output ? `${count} → ${cli.output}` : count, { event: 'summary', kept: kept.length })
  const text = lexiconText({ entries: kept.map(({ right, raw }) => ({ right, raw })) })
  if (cli.output && cli.output !== '-') writeWhole(cli.output, text)
  else await writeOut(text)
  return failures > 0 ? EXIT.someFailed : EXIT.done
}

/** `kept: Thanh Lũng: 3 lines better elsewhere, 1 where it comes from, 0 worse` */
function entryTold({ right, elsewhere, atHome, harm, kept }: Learned): string {
  const fields = { right, elsewhere, atHome, harm }
  return kept
    ? t(
        'kept: {right}: {elsewhere} lines better elsewhere, {atHome} where it comes from, {harm} worse',
        fields,
      )
    : t(
        'left out: {right}: {elsewhere} lines better elsewhere, {atHome} where it comes from, {harm} worse',
        fields,
      )
}
