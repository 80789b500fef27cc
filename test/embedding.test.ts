import { execFile } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import type { Plan } from '../src/index.ts'
import { emptyFolder } from './program.ts'

const root = join(import.meta.dirname, '..')
const library = pathToFileURL(join(root, 'dist/src/index.js')).href
const fixture = join(root, 'fixtures/ke-hoach-chuyen-doi-so.txt')
const run = promisify(execFile)

/** What a program loads, as the names of packages and, for our own modules, their paths in the build. */
async function loadedBy(args: string[]): Promise<string[]> {
  const hook = `import { writeSync } from 'node:fs'
    export const load = (url, context, next) => (writeSync(2, 'loaded ' + url + '\\n'), next(url, context))`
  const register = `import { register } from 'node:module'
    register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hook))})`
  const { stderr } = await run(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(register)}`,
    ...args,
  ])
  const urls = [...stderr.matchAll(/^loaded file:\/\/(.+)$/gm)].map(([, path]) => path!)
  return [
    ...new Set(
      urls.map(
        path => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/dist/')[1] ?? path,
      ),
    ),
  ]
}

test('--help loads one small file, and of Node what it needs', async () => {
  const tell = `process.on('exit', () => console.error(JSON.stringify({
    files: Object.keys(require.cache), slow: process.moduleLoadList.filter(name => /child_process/.test(name)) })))`
  const hook = join(emptyFolder(), 'tell.cjs')
  writeFileSync(hook, tell)
  const program = join(root, 'bin/plan-extract.js')
  for (const args of [['--help'], ['--lang', 'vi', 'search', '--help'], ['--version']]) {
    const { stderr } = await run(process.execPath, ['--require', hook, program, ...args])
    expect(JSON.parse(stderr)).toEqual({
      files: [hook, program, join(root, 'dist/src/cli/quick.cjs')],
      slow: [],
    })
  }
})

test('a command that the small file has not begins with the modules', async () => {
  const small = join(emptyFolder(), 'small.cjs')
  const file = join(root, 'dist/src/cli/quick.cjs')
  writeFileSync(small, `require(${JSON.stringify(file)}).main(process.argv.slice(2))`)
  const args = ['--lang', 'vi', 'schema', '--format', 'typescript']
  const [told, wanted] = await Promise.all(
    [small, join(root, 'bin/plan-extract.js')].map(program => run(process.execPath, [program, ...args])),
  )
  expect(told).toEqual(wanted)
  expect(told!.stdout).toContain('export interface Plan')
})

test('the library loads what reads files, pictures and archives only when it is used', async () => {
  const loaded = await loadedBy(['--input-type=module', '-e', `import ${JSON.stringify(library)}`])
  const packages = loaded.filter(name => !/^(src|grammars|schemas|\/)/.test(name)).sort()
  expect(packages.filter(name => !['chevrotain', 'csv-stringify', 'zod'].includes(name))).toEqual([])
})

test('it works from a worker thread', async () => {
  const code = `import { parentPort, workerData } from 'node:worker_threads'
    const { extract } = await import(workerData.library)
    parentPort.postMessage((await extract(workerData.fixture)).plan)`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: { library, fixture },
  })
  const plan = await new Promise<Plan>((resolve, reject) =>
    worker.once('message', resolve).once('error', reject),
  )
  await worker.terminate()
  expect(plan.header.kind).toBe('Kế hoạch')
})

test('it works bundled into a program of one’s own, in threads too', async () => {
  const folder = emptyFolder()
  await installInto(folder)
  writeFileSync(
    join(folder, 'app.js'),
    `import { extractAll } from 'plan-extract'
     const inputs = [${JSON.stringify(fixture)}, ${JSON.stringify(fixture)}]
     for await (const { plan, error } of extractAll(inputs, { jobs: 2 })) console.log(error ?? plan.header.kind)`,
  )
  const natives = ['sharp', '@photostructure/sqlite', '@embedpdf/pdfium', 'piscina']
  await build({
    absWorkingDir: folder,
    entryPoints: ['app.js'],
    outfile: join(folder, 'out/app.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: natives,
    logLevel: 'silent',
    banner: {
      js: "import * as nodeModule from 'node:module'; const require = nodeModule.createRequire(import.meta.url);",
    },
  })
  const { stdout } = await run(process.execPath, [join(folder, 'out/app.mjs')])
  expect(stdout).toBe('Kế hoạch\nKế hoạch\n')
})

/** A folder of modules as npm would make it: the package and what it depends on, side by side. */
async function installInto(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  writeFileSync(join(folder, 'package.json'), '{"name":"app","type":"module"}')
  for (const name of await readdir(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name))
  symlinkSync(root, join(modules, 'plan-extract'))
}
