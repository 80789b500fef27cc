import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/**
 * The rooms of docs/architecture.md and what each may import. `ground` is the files of GROUND; `pipeline` the files of src/ that call the steps in order.
 */
const MAY_IMPORT: Record<string, string[]> = {
  schemas: [],
  ground: ['schemas'],
  grammars: ['ground', 'schemas'],
  'src/ingest': ['ground'],
  'src/repair': ['ground', 'grammars'],
  'src/corrections': ['ground'],
  'src/user-lexicon': ['ground', 'src/corrections', 'src/repair'],
  'src/pdf-layer': ['ground', 'schemas', 'src/ingest'],
  'src/parse': ['ground', 'grammars'],
  'src/interpret': ['ground', 'grammars', 'schemas', 'src/parse'],
  'src/emit': ['ground', 'schemas'],
  'src/validate': ['ground', 'schemas'],
  'src/check': ['ground', 'schemas'],
  'src/archive': ['ground', 'schemas', 'grammars'],
  pipeline: [
    'ground',
    'schemas',
    'grammars',
    'src/ingest',
    'src/repair',
    'src/corrections',
    'src/pdf-layer',
    'src/user-lexicon',
    'src/parse',
    'src/interpret',
    'src/emit',
    'src/validate',
    'src/jobs',
    'src/archive',
  ],
  'src/report': ['ground', 'schemas', 'src/ingest', 'src/corrections'],
  'src/jobs': ['ground', 'schemas', 'pipeline', 'src/ingest', 'src/emit', 'src/corrections', 'src/report'],
  'src/review': ['ground', 'schemas', 'pipeline', 'src/corrections', 'src/report', 'src/jobs'],
  'src/cli': [
    'ground',
    'schemas',
    'grammars',
    'pipeline',
    'src/ingest',
    'src/emit',
    'src/validate',
    'src/check',
    'src/archive',
    'src/corrections',
    'src/pdf-layer',
    'src/user-lexicon',
    'src/jobs',
    'src/report',
    'src/review',
  ],
}

const GROUND = new Set([
  'src/document.ts',
  'src/errors.ts',
  'src/fold.ts',
  'src/lazily.ts',
  'src/legacy-encodings.ts',
  'src/package-root.ts',
  'src/said.ts',
  'src/version.ts',
  'src/vietnamese.ts',
])
const root = join(import.meta.dirname, '..')

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const imports: Import[] = ['src', 'grammars', 'schemas'].flatMap(filesOf).flatMap(importsOf)

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !/\.test\.ts$|test-support\.ts$/.test(name))
    .map(name => join(folder, name))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const pattern = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm
  return [...text.matchAll(pattern)].map(([, type, target]) => ({
    from: file,
    to: relative(root, resolve(root, dirname(file), target!)),
    typeOnly: type !== undefined,
  }))
}

function roomOf(file: string): string {
  if (GROUND.has(file)) return 'ground'
  const [top, second, third] = file.split('/')
  if (top !== 'src') return top!
  return third === undefined ? 'pipeline' : `src/${second}`
}

// A grammar may speak of the tokens and trees of the steps that read it, by type only.
test('every import goes from a room to one that it may know', () => {
  const wrong = imports
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !MAY_IMPORT[roomOf(from)]?.includes(roomOf(to)))
    .filter(({ from, typeOnly }) => !(roomOf(from) === 'grammars' && typeOnly))
    .map(({ from, to }) => `${from} → ${to}`)
  expect(wrong).toEqual([])
})

test('no file leads back to itself by what it imports', () => {
  const graph = new Map<string, string[]>()
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to])
  const state = new Map<string, 'open' | 'closed'>()
  const cycles: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === 'closed') return
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const to of graph.get(file) ?? []) visit(to, [...path, file])
    state.set(file, 'closed')
  }
  for (const file of graph.keys()) visit(file, [])
  expect(cycles).toEqual([])
})

test('the outside is reached through libraries only: no step opens a network connection', () => {
  const network = /from ['"](?:node:)?(?:https?|net|tls|dgram|dns)['"]|\bfetch\(/
  // What runs in the browser speaks to the server that gave it its page.
  const files = [...new Set(imports.map(({ from }) => from))].filter(file => !file.includes('/client/'))
  expect(files.filter(file => network.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
