import { toJson } from '../../emit/json.ts'
import type { FileReport } from './reporter.ts'

/** All reports as one JSON array, files without findings included. */
export function jsonReport(reports: readonly FileReport[]): string {
  return toJson(reports)
}
