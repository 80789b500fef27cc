import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ChalkInstance } from 'chalk'
import type { Plan } from '../../../schemas/plan.ts'
import { resolver } from '../../archive/citation-graph.ts'
import { comparePlans } from '../../archive/compare/compare.ts'
import { percent } from '../../archive/compare/describe.ts'
import { againstParent, type Gap } from '../../archive/compare/parent.ts'
import { NEAR_COPY, plansLike } from '../../archive/likeness.ts'
import { planOf } from '../../archive/plan-record.ts'
import { openArchive } from '../../archive/sqlite/store.ts'
import type { Store } from '../../archive/store.ts'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import { PLAN_ENDINGS, recordsOf } from '../../validate/plan-file.ts'
import type { COMPARE_FORMATS } from '../archive-commands.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { CommonOptions, OutputOptions } from '../options.ts'
import { writeOut } from '../standard-output.ts'
import { outputColors } from '../terminal.ts'
import { existingText, writeWhole } from '../write.ts'

export interface CompareOptions extends CommonOptions, OutputOptions {
  archive?: string
  againstParent?: boolean
  format?: (typeof COMPARE_FORMATS)[number]
  json?: boolean
  limit: number
}

/** `plan-extract compare <a> <b>`, or one plan with those of an archive. */
export async function compareCommand(
  path: string,
  other: string | undefined,
  cli: CompareOptions,
): Promise<ExitCode> {
  if ((other === undefined) === (cli.archive === undefined))
    throw new PlanExtractError('E_USAGE', say('two plans are compared, or one with an archive'), {
      hint: say('Give a second plan, or --archive FILE.'),
    })
  if (cli.output !== undefined && cli.output !== '-' && !cli.force && existingText(cli.output) !== undefined)
    throw new PlanExtractError('E_EXISTS', say('{output} exists', { output: cli.output }), {
      hint: say('Give another output, or --force to overwrite it.'),
    })
  const plan = await read(path)
  const text = cli.archive
    ? await withArchive(path, plan, cli.archive, cli)
    : await withPlan({ path, plan }, { path: other!, plan: await read(other!) }, cli)
  if (cli.output === undefined || cli.output === '-') await writeOut(text)
  else writeWhole(cli.output, text)
  return EXIT.done
}

interface Named {
  path: string
  plan: Plan
}

async function withPlan(a: Named, b: Named, cli: CompareOptions): Promise<string> {
  const format = formatOf(cli)
  if (cli.againstParent) return gapText(b.path, againstParent(a.plan, b.plan), format, outputColors(cli))
  const comparison = comparePlans(a.plan, b.plan, { a: a.path, b: b.path })
  switch (format) {
    case 'json':
      return `${JSON.stringify(comparison, null, 2)}\n`
    case 'markdown':
      return (await import('../../archive/compare/as-markdown.ts')).comparisonMarkdown(comparison)
    case 'html':
      return (await import('../../archive/compare/as-html.ts')).comparisonHtml(comparison)
    default:
      return (await import('../../archive/compare/as-text.ts')).comparisonText(comparison, outputColors(cli))
  }
}

function formatOf({ json, format, output = '' }: CompareOptions): (typeof COMPARE_FORMATS)[number] {
  if (json) return 'json'
  if (format) return format
  if (/\.html?$/i.test(output)) return 'html'
  if (/\.md$/i.test(output)) return 'markdown'
  return /\.json$/i.test(output) ? 'json' : 'text'
}

async function withArchive(path: string, plan: Plan, archive: string, cli: CompareOptions): Promise<string> {
  const store = await openArchive(archive)
  try {
    return cli.againstParent ? parentText(store, plan, cli) : likeText(store, path, plan, cli)
  } finally {
    store.close()
  }
}

/** The plans of the archive that this one carries out, each with what is left out of it. */
function parentText(store: Store, plan: Plan, cli: CompareOptions): string {
  const find = resolver(store)
  const above = [
    ...new Map(plan.basis.flatMap(cited => find(cited) ?? []).map(card => [card.id, card])).values(),
  ]
  if (above.length === 0)
    throw new PlanExtractError('E_NOT_FOUND', say('the archive has no document that the plan carries out'), {
      hint: say('Give the plan above itself: compare PLAN ABOVE --against-parent.'),
    })
  const format = formatOf(cli)
  const gaps = above.map(card => ({ name: card.key, gap: againstParent(plan, store.plan(card.id)) }))
  if (format === 'json')
    return `${JSON.stringify(
      gaps.map(({ name, gap }) => ({ parent: name, ...gap })),
      null,
      2,
    )}\n`
  return gaps.map(({ name, gap }) => gapText(name, gap, format, outputColors(cli))).join('\n')
}

function gapText(parent: string, gap: Gap, format: string, colors: ChalkInstance): string {
  if (format === 'json') return `${JSON.stringify({ parent, ...gap }, null, 2)}\n`
  const { tasks, targets, of } = gap
  return [
    `${colors.bold(parent)}: ${tasks.length} of ${of.tasks} tasks and ${targets.length} of ${of.targets} targets have no counterpart\n`,
    ...tasks.map(({ id, text, lead, deadline }) => {
      const more = [lead.join('; '), deadline?.text].filter(Boolean).join(' · ')
      return `- ${id} ${text}${more ? colors.dim(` (${more})`) : ''}\n`
    }),
    ...targets.map(({ section, text }) => `- ${section} ${text}\n`),
  ].join('')
}

function likeText(store: Store, path: string, plan: Plan, cli: CompareOptions): string {
  const like = plansLike(store, plan, cli.limit).filter(
    ({ card, similarity }) => similarity < 1 || !path.endsWith(card.key),
  )
  if (formatOf(cli) === 'json') {
    const list = like.map(({ card: { id: _, key: file, ...card }, similarity }) => ({
      file,
      ...card,
      similarity: Math.round(similarity * 1000) / 1000,
      nearCopy: similarity >= NEAR_COPY,
    }))
    return `${JSON.stringify(list, null, 2)}\n`
  }
  const colors = outputColors(cli)
  return like
    .map(({ card, similarity }) => {
      const what = [card.number, card.issuer, card.title].filter(Boolean).join(' · ')
      const share = percent(similarity).padStart(7)
      return `${similarity >= NEAR_COPY ? colors.red(share) : share}  ${card.key}  ${colors.dim(what)}\n`
    })
    .join('')
}

/** A plan file as it is; a document is extracted. */
async function read(path: string): Promise<Plan> {
  if (!PLAN_ENDINGS.some(ending => path.toLowerCase().endsWith(ending))) {
    const { extract } = await import('../../extract.ts')
    return (await extract(path)).plan
  }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new PlanExtractError('E_NOT_FOUND', say('{path} cannot be read', { path }), {
      hint: say('Check the name.'),
      cause,
    })
  }
  const sha256 = createHash('sha256').update(text).digest('hex')
  return planOf(recordsOf(text, path)[0]?.value, { path, sha256 })
}
