/**
 * Indented JSON in which whatever is small stays on one line:
 *
 *     "at": { "page": 3, "line": 12, "bbox": [72, 90.5, 300, 104] },
 *
 * so that places, which stand on every statement, don't bury the text, and a `diff` of two plans is short.
 */
const WIDTH = 110

/** The value as JSON with an indent of two spaces; keys stay in the order of the object. */
export function toJson(value: unknown): string {
  return `${print(value, '')}\n`
}

function print(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const line = oneLine(value)
  if (line !== undefined && indent.length + line.length <= WIDTH) return line
  const deeper = `${indent}  `
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : `[\n${value.map(item => deeper + print(item, deeper)).join(',\n')}\n${indent}]`
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  return `{\n${entries.map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${print(item, deeper)}`).join(',\n')}\n${indent}}`
}

/** A list or record of scalars (or of lists of scalars) in one line, undefined where something deeper hangs on it. */
function oneLine(value: object): string | undefined {
  const values: unknown[] = Array.isArray(value) ? value : Object.values(value)
  if (!values.every(item => isScalar(item) || (Array.isArray(item) && item.every(isScalar)))) return undefined
  if (Array.isArray(value)) return `[${values.map(item => inline(item)).join(', ')}]`
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`).join(', ')} }`
}

function inline(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map(item => inline(item)).join(', ')}]`
    : (JSON.stringify(value) ?? 'null')
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}
