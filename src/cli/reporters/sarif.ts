import { toJson } from '../../emit/json.ts'
import { VERSION } from '../../version.ts'
import type { FileReport } from './reporter.ts'

/** SARIF 2.1.0: one run, a result per finding; the rule is the field without the indexes of lists. */
export function sarifReport(reports: readonly FileReport[]): string {
  const results = reports.flatMap(({ file, findings }) =>
    findings.map(({ path, message, line, column }) => ({
      ruleId: path.replaceAll(/\[\d+\]/g, ''),
      level: 'error',
      message: { text: `${path}: ${message}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: file.split(/[/\\]/).map(encodeURIComponent).join('/') },
            ...(line !== undefined && { region: { startLine: line, startColumn: column ?? 1 } }),
          },
        },
      ],
    })),
  )
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort().map(id => ({ id }))
  return toJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'plan-extract', version: VERSION, rules } }, results }],
  })
}
