// A step of `npm run build`: the pages' scripts and styles, each as one file.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const path = relative => fileURLToPath(new URL(relative, import.meta.url))
await build({
  entryPoints: ['document.ts', 'batch.ts', 'document.css', 'batch.css', 'notice.css'].map(name =>
    path(`client/${name}`),
  ),
  outdir: path('../../dist/src/report/client'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome111', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  logLevel: 'warning',
})
