// First step of `npm run build`: the vocabularies as JSON beside their compiled loader, for a quick start.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

const sources = new URL('vocabularies/', import.meta.url)
const built = new URL('../dist/grammars/vocabularies/', import.meta.url)
mkdirSync(built, { recursive: true })
for (const file of readdirSync(sources)) {
  if (!file.endsWith('.yaml')) continue
  const data = parse(readFileSync(new URL(file, sources), 'utf8'))
  writeFileSync(new URL(file.replace('.yaml', '.json'), built), JSON.stringify(data))
}
