import { readFileSync } from 'node:fs'
import { typescriptOf } from '../../../schemas/typescript.ts'
import { packagePath } from '../../package-root.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { writeOut } from '../standard-output.ts'

export interface SchemaOptions {
  format: 'json-schema' | 'typescript'
}

/** `plan-extract schema`: what a plan looks like, for other programs. */
export async function schemaCommand({ format }: SchemaOptions): Promise<ExitCode> {
  const text = readFileSync(packagePath('schemas/plan.schema.json'), 'utf8')
  await writeOut(format === 'json-schema' ? text : typescriptOf(JSON.parse(text)))
  return EXIT.done
}
