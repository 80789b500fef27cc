/**
 * JSON Schema to TypeScript, as far as the schema of a plan needs it:
 *
 *     { "type": "object", "properties": { "page": { "type": "integer" } }, "required": ["page"] }
 *     → { page: number }
 */
interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema | false
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  title?: string
  description?: string
}

/** Declarations of the record named by the schema's `title` and of everything under `$defs`. */
export function typescriptOf(schema: object): string {
  const { $defs = {}, ...record } = schema as Schema
  const named: [string, Schema][] = [[record.title ?? 'Record', record], ...Object.entries($defs)]
  return named.map(([name, definition]) => declaration(name, definition)).join('\n')
}

function declaration(name: string, schema: Schema): string {
  const comment = schema.description ? `/** ${schema.description} */\n` : ''
  return schema.type === 'object'
    ? `${comment}export interface ${name} ${typeOf(schema, '')}\n`
    : `${comment}export type ${name} = ${typeOf(schema, '')}\n`
}

function typeOf(schema: Schema, indent: string): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(choice => typeOf(choice, indent)).join(' | ')
  if (schema.prefixItems) return `[${schema.prefixItems.map(item => typeOf(item, indent)).join(', ')}]`
  if (schema.type === 'array') return `Array<${schema.items ? typeOf(schema.items, indent) : 'unknown'}>`
  if (schema.type === 'object') return objectType(schema, indent)
  return schema.type === 'integer' ? 'number' : (schema.type ?? 'unknown')
}

function objectType(schema: Schema, indent: string): string {
  const deeper = `${indent}  `
  const members = Object.entries(schema.properties ?? {}).map(([key, member]) => {
    const comment = member.description && !member.$ref ? `${deeper}/** ${member.description} */\n` : ''
    const optional = schema.required?.includes(key) ? '' : '?'
    return `${comment}${deeper}${key}${optional}: ${typeOf(member, deeper)}\n`
  })
  return `{\n${members.join('')}${indent}}`
}
