/** One thing that is not as it must be, in one file. */
export interface ReportedFinding {
  /** `tasks[3].deadline.to` */
  path: string
  message: string
  /** 1-based place in the plan file. */
  line?: number
  column?: number
}

/** What was found about one input. */
export interface FileReport {
  /** The document or plan file that was looked at. */
  input: string
  /** The plan file in which the findings' lines are; the input itself for `validate`. */
  file: string
  findings: readonly ReportedFinding[]
}

/** Writes findings for a reader of its own: as they come, or all at the end. */
export interface Reporter {
  add(report: FileReport): string
  end(): string
}

export const REPORTERS = ['text', 'json', 'junit', 'github', 'sarif'] as const
export type ReporterName = (typeof REPORTERS)[number]

/** Loads the reporter of that name. */
export async function createReporter(name: ReporterName): Promise<Reporter> {
  switch (name) {
    case 'text':
      return (await import('./text.ts')).textReporter()
    case 'json':
      return collected((await import('./json.ts')).jsonReport)
    case 'junit':
      return collected((await import('./junit.ts')).junitReport)
    case 'github':
      return (await import('./github.ts')).githubReporter()
    case 'sarif':
      return collected((await import('./sarif.ts')).sarifReport)
  }
}

function collected(write: (reports: readonly FileReport[]) => string): Reporter {
  const reports: FileReport[] = []
  return {
    add(report) {
      reports.push(report)
      return ''
    },
    end: () => write(reports),
  }
}
