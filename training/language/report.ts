/**
 * One table of a model's figures: held-out text of each domain and, where they lie beside the package, real plans.
 *
 *     npx tsx training/language/report.ts models/language.bin
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LanguageModel } from '../../src/repair/language/language-model.ts'
import { normalizeText } from '../../src/repair/language/normalize.ts'
import { bufferOf } from './codes.ts'
import { DOMAINS } from './corpus.ts'
import { END_OF_PARAGRAPH, perplexity, restorationError, scoresPerSecond } from './measure.ts'

// Held-out words of each domain that restoration is measured on; it is slower than perplexity.
const RESTORED = 30_000

/** Prints perplexity, share of unknown words and share of wrong diacritics, text by text, then the speed. */
export function report(model: LanguageModel, name: string): void {
  const plans = realPlans(model)
  const together = { title: 'plans', ids: Uint16Array.from(plans.flatMap(({ ids }) => [...ids])) }
  const texts = [...heldOut(), ...plans, ...(plans.length > 0 ? [together] : [])]
  console.log(`${name}\n  text        perplexity  unknown %  diacritics wrong %`)
  for (const { title, ids } of texts) {
    const { perplexity: per, unknown } = perplexity(model, ids)
    const end = ids.length > RESTORED ? ids.indexOf(END_OF_PARAGRAPH, RESTORED) + 1 : ids.length
    const wrong = restorationError(model, ids.subarray(0, end))
    const figures = [
      per.toFixed(2).padStart(10),
      (100 * unknown).toFixed(2).padStart(9),
      (100 * wrong).toFixed(2),
    ]
    console.log(`  ${title.padEnd(10)}${figures[0]}  ${figures[1]}  ${figures[2]!.padStart(18)}`)
  }
  console.log(`  ${(scoresPerSecond(model, texts[0]!.ids) / 1e6).toFixed(1)} M scores/s`)
}

interface Text {
  title: string
  ids: Uint16Array
}

function heldOut(): Text[] {
  return DOMAINS.map(domain => ({ title: domain, ids: new Uint16Array(bufferOf(`${domain}.held-out.ids`)) }))
}

/** The printed text of real plans; their paragraphs are taken to end at blank lines. */
function realPlans(model: LanguageModel): Text[] {
  const texts: Text[] = []
  for (const folder of ['seeds', 'real']) {
    const path = fileURLToPath(new URL(`../../../shared/${folder}/`, import.meta.url))
    if (!existsSync(path)) continue
    for (const file of readdirSync(path).filter(its => its.endsWith('.gold.txt'))) {
      const printed = readFileSync(`${path}${file}`, 'utf8').replace(/⟦[^⟧]*⟧/gu, '\n\n')
      const ids = printed
        .split(/\n\s*\n|\f/u)
        .flatMap(paragraph => [
          ...normalizeText(`${paragraph}.`).map(token => model.vocabulary.id(token)),
          END_OF_PARAGRAPH,
        ])
      texts.push({ title: file.replace('.gold.txt', ''), ids: Uint16Array.from(ids) })
    }
  }
  return texts
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = process.argv[2]
  report(LanguageModel.load(path), path ?? 'models/language.bin')
}
