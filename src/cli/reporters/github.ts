import type { Reporter } from './reporter.ts'

/**
 * Commands that GitHub Actions shows as annotations on the line of the plan file:
 *
 *     ::error file=fixtures/a.plan.yaml,line=12,col=7,title=tasks[3].deadline.to::expected 2026-06-15, got 2026-06-16
 */
export function githubReporter(): Reporter {
  return {
    add: ({ file, findings }) =>
      findings
        .map(({ path, message, line, column }) => {
          const place = line === undefined ? '' : `,line=${line},col=${column ?? 1}`
          return `::error file=${property(file)}${place},title=${property(path)}::${data(message)}\n`
        })
        .join(''),
    end: () => '',
  }
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
