// Last step of `npm run build`: what answers at once (help, search) as one CommonJS file, which Node starts sooner than
// the same as some fifty ES modules. It is the same code: `main.ts` and what it imports.
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const path = relative => fileURLToPath(new URL(relative, import.meta.url))

/** Any other command begins again with the modules of the build, so that nothing is in memory twice. */
const otherCommands = {
  name: 'other-commands',
  setup(build) {
    build.onResolve({ filter: /^\.\/commands\// }, ({ path }) =>
      path === './commands/search.ts' ? undefined : { path, namespace: 'other' },
    )
    build.onLoad({ filter: /./, namespace: 'other' }, ({ path }) => ({
      contents: `
        const begin = () => import('./main.js').then(({ main }) => main(process.argv.slice(2)))
        export { begin as ${basename(path, '.ts')}Command }`,
    }))
  },
}

/** commander starts no other programs here, and what could start them takes a third of the time of `--help` to load. */
const childProcessWhenUsed = {
  name: 'child-process-when-used',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, importer, namespace }) =>
      namespace === 'file' && importer.includes('commander') ? { path, namespace: 'when-used' } : undefined,
    )
    build.onLoad({ filter: /./, namespace: 'when-used' }, () => ({
      contents: `module.exports = { get spawn() { return require('node:child_process').spawn } }`,
    }))
  },
}

await build({
  entryPoints: [path('main.ts')],
  outfile: path('../../dist/src/cli/quick.cjs'),
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  charset: 'ascii', // a file of one byte a character compiles sooner
  external: ['./main.js', 'csv-stringify', 'fflate', 'yaml', 'zod'],
  banner: { js: `const moduleUrl = require('node:url').pathToFileURL(__filename).href` },
  define: { 'import.meta.url': 'moduleUrl' },
  plugins: [otherCommands, childProcessWhenUsed],
  logLevel: 'warning',
})
