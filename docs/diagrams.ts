/** `npm run diagrams`: draws the grammars as railroad diagrams in docs/grammar-diagrams.html, readable without a network. */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { citationParser } from '../grammars/citation.ts'
import { timeParser } from '../grammars/date.ts'
import { documentGrammar } from '../grammars/document.ts'
import { quantityParser } from '../grammars/quantity.ts'
import { packagePath } from '../src/package-root.ts'

const GRAMMARS = [
  ['The parts of a document', documentGrammar()],
  ['A citation', citationParser().getSerializedGastProductions()],
  ['A time', timeParser().getSerializedGastProductions()],
  ['A quantity', quantityParser().getSerializedGastProductions()],
] as const

export function diagramsPage(): string {
  const read = (path: string) => readFileSync(packagePath(`node_modules/chevrotain/diagrams/${path}`), 'utf8')
  const scripts = [
    'vendor/railroad-diagrams.js',
    'src/diagrams_builder.js',
    'src/diagrams_behavior.js',
    'src/main.js',
  ].map(path => `<script>\n${read(path)}\n</script>`)
  const drawings = GRAMMARS.map(
    ([title, rules], index) =>
      `<h2>${title}</h2>\n<div id="grammar${index}"></div>\n<script>main.drawDiagramsFromSerializedGrammar(${JSON.stringify(rules)}, document.getElementById('grammar${index}'))</script>`,
  )
  return [
    '<!doctype html>',
    '<meta charset="utf-8">',
    '<title>Grammars of plan-extract</title>',
    `<style>\n${read('diagrams.css')}\nbody { font-family: sans-serif }\n</style>`,
    ...scripts,
    '<h1>Grammars of plan-extract</h1>',
    '<p>Made by <code>npm run diagrams</code> from <code>grammars/*.ts</code>.</p>',
    ...drawings,
    '',
  ].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(new URL('grammar-diagrams.html', import.meta.url), diagramsPage())
