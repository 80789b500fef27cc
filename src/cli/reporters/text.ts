import type { Reporter } from './reporter.ts'

/**
 * A line per finding, with the place in the plan file where it is the file that was looked at:
 *
 *     plans/118-KH.plan.json:812:7: tasks[3].lead: no responsible body is named
 *     fixtures/a.pdf: tasks[3].deadline.to: expected 2026-06-15, got 2026-06-16  ·  page 4, line 12
 */
export function textReporter(): Reporter {
  return {
    add: ({ input, file, findings }) =>
      findings
        .map(({ path, message, line, column }) => {
          const place = file === input && line !== undefined ? `:${line}:${column ?? 1}` : ''
          return `${input}${place}: ${path}: ${message}\n`
        })
        .join(''),
    end: () => '',
  }
}
