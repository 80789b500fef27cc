import { basename } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ZodError } from 'zod'
import { correctionsTarget } from '../corrections/beside.ts'
import { PlanExtractError } from '../errors.ts'
import { batchPage } from '../report/batch-page.ts'
import { documentPage, panels } from '../report/document-page.ts'
import { html } from '../report/markup.ts'
import { both } from '../report/messages.ts'
import { noticePage } from '../report/parts/shell.ts'
import { guard } from './guard.ts'
import { readKept, writeKept } from './kept-corrections.ts'
import type { Library, OpenDocument } from './library.ts'

/** Milliseconds after which a page tells that its document is being read. */
const PATIENCE = 600
const MAX_BODY = 20_000_000

/** The pages themselves say what they may load and run; this holds for all answers. */
const POLICY = "base-uri 'none'; form-action 'none'; object-src 'none'"

/**
 *     GET  /TOKEN/                      all documents
 *     GET  /TOKEN/d/ID/                 one document
 *     GET  /TOKEN/d/ID/pages/3          picture of a page
 *     GET  /TOKEN/d/ID/plan             the panels of the plan, as the corrections make it
 *     GET  /TOKEN/d/ID/corrections      the corrections, their version as entity tag
 *     PUT  /TOKEN/d/ID/corrections      If-Match: the version they were made over; 412 with what is there otherwise
 */
export function reviewApp(
  library: Library,
  token: string,
  write: (path: string, text: string) => void,
): Hono {
  const app = new Hono()
  app.use(guard(token, POLICY))

  app.get(`/${token}/`, async context => context.html(batchPage(await library.rows())))

  app.get(`/${token}/d/:id/`, async context => {
    const id = context.req.param('id')
    const opening = library.open(id)
    const ready = await Promise.race([opening.then(() => true), wait(PATIENCE)])
    if (!ready) return context.html(readingPage(), 202)
    const opened = await opening
    if (!opened) return context.notFound()
    const extraction = opened.extraction()
    library.note(id, extraction)
    library.prefetch(id)
    return context.html(pageOf(opened, extraction))
  })

  app.get(`/${token}/d/:id/pages/:number`, async context => {
    const opened = await library.open(context.req.param('id'))
    const picture = await opened?.picture(Number(context.req.param('number')))
    if (!picture) return context.notFound()
    return context.body(new Uint8Array(picture), 200, {
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=3600',
    })
  })

  app.get(`/${token}/d/:id/plan`, async context => {
    const id = context.req.param('id')
    const opened = await library.open(id)
    if (!opened) return context.notFound()
    const extraction = opened.extraction()
    library.note(id, extraction)
    return context.json(panelsOf(extraction))
  })

  app.get(`/${token}/d/:id/corrections`, async context => {
    const opened = await library.open(context.req.param('id'))
    if (!opened) return context.notFound()
    const { version } = readKept(opened.path)
    if (context.req.header('if-none-match') === version) return context.body(null, 304, { etag: version })
    return answerCorrections(context, opened, 200)
  })

  app.put(`/${token}/d/:id/corrections`, bodyLimit({ maxSize: MAX_BODY }), async context => {
    const opened = await library.open(context.req.param('id'))
    if (!opened) return context.notFound()
    const { corrections } = (await context.req.json()) as { corrections?: unknown }
    // Nothing else runs between the comparison and the writing: both are done in one go.
    const isWritten = writeKept(opened.path, corrections, context.req.header('if-match'), write)
    return answerCorrections(context, opened, isWritten ? 200 : 412)
  })

  app.onError((error, context) => {
    const isPage = context.req.method === 'GET' && (context.req.header('accept') ?? '').includes('text/html')
    const { message, hint, status } = told(error)
    if (!isPage) return context.text([message, hint].filter(Boolean).join(' '), status)
    return context.html(noticePage('plan-extract', html`<h1>${message}</h1><p>${hint}</p>`), status)
  })
  return app
}

function pageOf(
  { path, document }: OpenDocument,
  { plan, kept }: ReturnType<OpenDocument['extraction']>,
): string {
  const numbers = document.source.mediaType === 'text/plain' ? [] : document.pages.map(page => page.number)
  return documentPage({
    plan,
    document,
    corrections: kept.corrections,
    correctionsFile: basename(correctionsTarget(path)),
    pictures: new Map(numbers.map(number => [number, `pages/${number}`])),
    all: '../../',
    server: { corrections: 'corrections', plan: 'plan', version: kept.version },
  })
}

/** The HTML of what the plan says, by the id of the element that shows it. */
function panelsOf({ plan }: ReturnType<OpenDocument['extraction']>): Record<string, string> {
  const shown: Record<string, string> = { title: html`${plan.header.title ?? both('unnamed')}`.source }
  for (const { id, count, content } of panels(plan)) {
    shown[`panel-${id}`] = html`${content}`.source
    if (count !== undefined) shown[`count-${id}`] = String(count)
  }
  return shown
}

function answerCorrections(context: Context, { path }: OpenDocument, status: 200 | 412): Response {
  const { corrections, version } = readKept(path)
  return context.json({ corrections }, status, { etag: version })
}

function readingPage(): string {
  return noticePage('plan-extract', html`<h1>${both('reading')}</h1>`, 1)
}

function told(error: Error): { message: string; hint?: string | undefined; status: 400 | 409 | 422 | 500 } {
  if (error instanceof PlanExtractError) {
    const status = error.code === 'E_CORRECTIONS' ? 409 : 422
    return { message: `${error.message} (${error.code})`, hint: error.hint, status }
  }
  if (error instanceof ZodError || error instanceof SyntaxError)
    return { message: 'these are no corrections', status: 400 }
  return { message: `the program failed: ${error.message}`, status: 500 }
}

function wait(milliseconds: number): Promise<false> {
  return new Promise(resolve => {
    setTimeout(() => resolve(false), milliseconds)
  })
}
