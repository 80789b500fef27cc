import type { Correction } from '../../corrections/schema.ts'

/**
 * The file of corrections as `src/corrections/file.ts` writes it, without its library, which is larger than the page's
 * script. What is not plainly a word stands in quotes, as JSON has them and YAML takes them.
 */
export function correctionsText(document: string, corrections: readonly Correction[]): string {
  const items = corrections.map(({ page, line, raw, occurrence, right }) => {
    const which = occurrence === undefined ? '' : ` occurrence: ${occurrence},`
    return `  - { page: ${page}, line: ${line}, raw: ${scalar(raw)},${which} right: ${scalar(right)} }\n`
  })
  return `# What a person put right in the document; plan-extract applies it when it lies beside it.

document: ${JSON.stringify(document)}
corrections:${items.length > 0 ? '\n' : ' []\n'}${items.join('')}`
}

/** Letters and digits that no reader of YAML takes for anything else. */
function scalar(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{M}\d]*(?: [\p{L}\p{M}\d]+)*$/u.test(text) && !KEYWORDS.test(text)
  return isPlain ? text : JSON.stringify(text)
}

const KEYWORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i
