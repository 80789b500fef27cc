import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeWhole } from '../cli/write.ts'
import type { SourceDocument } from '../document.ts'
import type { Pool } from '../jobs/pool.ts'
import { reviewApp } from './app.ts'
import { Library } from './library.ts'

const TOKEN = 'secret'
const ORIGIN = 'http://127.0.0.1:8000'

/** A folder with one document of three lines, and the app over it. */
function review() {
  const folder = mkdtempSync(join(tmpdir(), 'plan-extract-review-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'ke-hoach.txt')
  writeFileSync(path, 'ctia xa\n')
  const library = new Library(
    async () => [path],
    folder,
    () => undefined,
    {},
    readingPool(),
  )
  const app = reviewApp(library, TOKEN, writeWhole)
  const ask = (address: string, init: RequestInit = {}, host = '127.0.0.1:8000') => {
    const headers = { host, ...(init.headers as Record<string, string>) }
    return app.request(`${ORIGIN}/${address}`, { ...init, headers })
  }
  return { folder, path, ask, file: join(folder, 'ke-hoach.corrections.yaml') }
}

/** Reads every document as the same one line, without any model. */
function readingPool(): Pool {
  return {
    async run({ input }) {
      const words = [
        { text: 'của', raw: 'ctia', confidence: 0.6, alternatives: [{ text: 'cửa', probability: 0.4 }] },
        { text: 'xã', raw: 'xa', confidence: 1 },
      ]
      const document: SourceDocument = {
        source: {
          file: basename(String(input)),
          sha256: 'a'.repeat(64),
          mediaType: 'text/plain',
          pages: 1,
          text: 'plain',
        },
        pages: [{ number: 1, text: 'plain', lines: [{ number: 1, words }] }],
        warnings: [],
      }
      return { ok: true, text: '', pages: 1, sha256: 'a'.repeat(64), warnings: [], log: [], document }
    },
    close: async () => {},
  }
}

async function idOf(ask: ReturnType<typeof review>['ask']): Promise<string> {
  const page = await (await ask(`${TOKEN}/`)).text()
  return /href="d\/([0-9a-f]+)\/"/.exec(page)![1]!
}

function put(version: string, corrections: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'PUT',
    headers: { origin: ORIGIN, 'content-type': 'application/json', 'if-match': version, ...headers },
    body: JSON.stringify({ corrections }),
  }
}

const CORRECTION = { page: 1, line: 1, raw: 'ctia', right: 'cửa' }

test('nobody gets in without the secret, by another name of the host, or to write from another page', async () => {
  const { ask, file } = review()
  const address = `${TOKEN}/d/${await idOf(ask)}/corrections`
  expect((await ask('')).status).toBe(404)
  expect((await ask('guess/')).status).toBe(404)
  expect((await ask(`${TOKEN}/`, {}, 'evil.example:8000')).status).toBe(403)
  expect((await ask(address, put('"none"', [CORRECTION], { origin: 'http://evil.example' }))).status).toBe(
    403,
  )
  expect((await ask(address, put('"none"', [CORRECTION], { origin: 'null' }))).status).toBe(403)
  expect(existsSync(file)).toBe(false)
})

test('an answer is kept by nobody, framed by nobody, and tells no other site of its address', async () => {
  const { ask } = review()
  const { headers } = await ask(`${TOKEN}/d/${await idOf(ask)}/`)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('a correction is written beside the document and is in the plan and on the page from then on', async () => {
  const { ask, file } = review()
  const id = await idOf(ask)
  const answer = await ask(`${TOKEN}/d/${id}/corrections`, put('"none"', [CORRECTION]))
  expect(answer.status).toBe(200)
  expect(readFileSync(file, 'utf8')).toContain('- { page: 1, line: 1, raw: ctia, right: cửa }')
  expect(await (await ask(`${TOKEN}/d/${id}/plan`)).text()).toContain('cửa xã')
  expect(await (await ask(`${TOKEN}/d/${id}/`)).text()).toContain('"right":"cửa"')
})

test('of two tabs the later is told what the earlier wrote, and nothing of it is lost', async () => {
  const { ask, file } = review()
  const address = `${TOKEN}/d/${await idOf(ask)}/corrections`
  await ask(address, put('"none"', [CORRECTION]))
  const other = { page: 1, line: 1, raw: 'xa', right: 'xã' }
  const refused = await ask(address, put('"none"', [other]))
  expect(refused.status).toBe(412)
  expect(await refused.json()).toEqual({ corrections: [CORRECTION] })
  expect(readFileSync(file, 'utf8')).not.toContain('xã')
  const version = refused.headers.get('etag')!
  expect((await ask(address, put(version, [CORRECTION, other]))).status).toBe(200)
  expect(readFileSync(file, 'utf8')).toMatch(/cửa[\s\S]*xã/)
})

test('a file that was changed by hand is another version; looking again costs nothing while it is the same', async () => {
  const { ask, file } = review()
  const address = `${TOKEN}/d/${await idOf(ask)}/corrections`
  const version = (await ask(address, put('"none"', [CORRECTION]))).headers.get('etag')!
  expect((await ask(address, { headers: { 'if-none-match': version } })).status).toBe(304)
  writeFileSync(file, readFileSync(file, 'utf8').replace('cửa', 'của'))
  expect((await ask(address, { headers: { 'if-none-match': version } })).status).toBe(200)
  expect((await ask(address, put(version, []))).status).toBe(412)
})

test('taking the last correction back takes the file away', async () => {
  const { ask, file } = review()
  const address = `${TOKEN}/d/${await idOf(ask)}/corrections`
  const version = (await ask(address, put('"none"', [CORRECTION]))).headers.get('etag')!
  expect((await ask(address, put(version, []))).status).toBe(200)
  expect(existsSync(file)).toBe(false)
})

test('a broken file is left alone and named', async () => {
  const { ask, file } = review()
  const id = await idOf(ask)
  writeFileSync(file, 'corrections: [')
  const page = await ask(`${TOKEN}/d/${id}/`, { headers: { accept: 'text/html' } })
  expect([page.status, await page.text()]).toEqual([409, expect.stringContaining('E_CORRECTIONS')])
  expect((await ask(`${TOKEN}/d/${id}/corrections`, put('"none"', [CORRECTION]))).status).toBe(409)
  expect(readFileSync(file, 'utf8')).toBe('corrections: [')
})

test('what is no correction is refused', async () => {
  const { ask, file } = review()
  const address = `${TOKEN}/d/${await idOf(ask)}/corrections`
  for (const wrong of [
    undefined,
    'x',
    [{ page: 0, line: 1, raw: 'a', right: 'b' }],
    [{ ...CORRECTION, path: '/' }],
  ])
    expect((await ask(address, put('"none"', wrong))).status).toBe(400)
  expect((await ask(address, { ...put('"none"', []), body: '{' })).status).toBe(400)
  expect(existsSync(file)).toBe(false)
})

test('an address leads to documents of the folder only', async () => {
  const { ask } = review()
  const id = await idOf(ask)
  for (const wrong of ['d/0000000000000000/', 'd/..%2f..%2fetc/', `d/${id}/pages/1`, `d/${id}/pages/x`])
    expect((await ask(`${TOKEN}/${wrong}`)).status, wrong).toBe(404)
})

test('a file of corrections that is a link to another place is replaced, and the place left alone', async () => {
  const { ask, file, folder } = review()
  const address = `${TOKEN}/d/${await idOf(ask)}/corrections`
  const elsewhere = join(folder, 'elsewhere.yaml')
  writeFileSync(elsewhere, 'document: ke-hoach.txt\ncorrections: []\n')
  symlinkSync(elsewhere, file)
  const { headers } = await ask(address)
  expect((await ask(address, put(headers.get('etag')!, [CORRECTION]))).status).toBe(200)
  expect(readFileSync(elsewhere, 'utf8')).toContain('corrections: []')
  expect(readFileSync(file, 'utf8')).toContain('cửa')
})
