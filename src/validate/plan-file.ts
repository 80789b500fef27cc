import { LineCounter, parseAllDocuments, parseDocument } from 'yaml'
import { PlanExtractError } from '../errors.ts'
import { type Said, say } from '../said.ts'

/** A record of a plan file, with the way back from a path in the record to the place in the file. */
export interface FileRecord {
  value: unknown
  /** 1-based line and column where the value at the path, or the nearest value above it, begins. */
  locate(path: readonly PropertyKey[]): Position
}

export interface Position {
  line: number
  column: number
}

/** Endings of the files that hold plans. */
export const PLAN_ENDINGS = [
  '.plan.json',
  '.plan.yaml',
  '.plan.yml',
  '.ndjson',
  '.json',
  '.yaml',
  '.yml',
] as const

/** Hostile files can't grow by more than this many uses of one anchor. */
const MAX_ALIASES = 100

/**
 * The records of a file of plans: one of `.json`, one per document of `.yaml`, one per line of `.ndjson`.
 *
 * @throws PlanExtractError E_SCHEMA where the text is not of its format; the message names line and column
 */
export function recordsOf(text: string, fileName: string): FileRecord[] {
  const name = fileName.toLowerCase()
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text
  if (name.endsWith('.ndjson')) return linesOf(plain)
  return name.endsWith('.yaml') || name.endsWith('.yml') ? yamlRecords(plain) : [jsonRecord(plain, 0)]
}

function linesOf(text: string): FileRecord[] {
  return text
    .split('\n')
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, index }) => jsonRecord(line, index))
}

/** JSON is parsed as such, and only where a place is asked for a second time as YAML, which knows positions. */
function jsonRecord(text: string, linesBefore: number): FileRecord {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new PlanExtractError(
      'E_SCHEMA',
      say('not JSON: {complaint}', { complaint: jsonComplaint(cause, text, linesBefore) }),
      { cause },
    )
  }
  let locate: FileRecord['locate'] | undefined
  return {
    value,
    locate(path) {
      locate ??= locator(text, 0)
      const { line, column } = locate(path)
      return { line: line + linesBefore, column }
    },
  }
}

function jsonComplaint(cause: unknown, text: string, linesBefore: number): Said {
  const message = (cause as Error).message
  const offset = /at position (\d+)/.exec(message)?.[1]
  const line = linesBefore + (offset ? text.slice(0, Number(offset)).split('\n').length : 1)
  return say('line {line}: {message}', {
    line,
    message: message.replace(/ at position \d+.*$/, '').replace(/ in JSON$/, ''),
  })
}

function yamlRecords(text: string): FileRecord[] {
  const documents = parseAllDocuments(text)
  if (!Array.isArray(documents)) return []
  return documents.map((document, index) => {
    const error = document.errors[0]
    if (error)
      throw new PlanExtractError(
        'E_SCHEMA',
        say('not YAML: {complaint}', { complaint: error.message.split('\n')[0] }),
        {
          cause: error,
        },
      )
    return { value: plainValue(document), locate: locator(text, index) }
  })
}

function plainValue(document: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (cause) {
    throw new PlanExtractError(
      'E_SCHEMA',
      say('not YAML to be trusted: {message}', { message: (cause as Error).message }),
      { cause },
    )
  }
}

function locator(text: string, index: number): FileRecord['locate'] {
  const lines = new LineCounter()
  const parsed =
    index === 0 && !text.includes('\n---')
      ? parseDocument(text, { lineCounter: lines })
      : parseAllDocuments(text, { lineCounter: lines })[index]
  return path => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = parsed && 'getIn' in parsed ? nodeAt(parsed, path.slice(0, depth)) : undefined
      const offset = node?.range?.[0]
      if (offset === undefined) continue
      const { line, col } = lines.linePos(offset)
      return { line, column: col }
    }
    return { line: 1, column: 1 }
  }
}

interface Ranged {
  range?: [number, number, number] | null | undefined
}

function nodeAt(
  document: { getIn(path: readonly unknown[], keep: boolean): unknown; contents: unknown },
  path: PropertyKey[],
) {
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  return node !== null && typeof node === 'object' ? (node as Ranged) : undefined
}
