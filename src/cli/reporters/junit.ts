import type { FileReport } from './reporter.ts'

/**
 * JUnit XML as the common CI servers read it, with all that the schemas of Surefire and of Jenkins' xUnit plugin require: a test
 * case per input, a failure with all its findings. No time is told, so that the same input gives the same bytes.
 *
 *     <testcase classname="plan-extract" name="fixtures/a.pdf" time="0"><failure type="finding" message="2 findings">…</failure></testcase>
 */
export function junitReport(reports: readonly FileReport[]): string {
  const failures = reports.filter(({ findings }) => findings.length > 0).length
  const cases = reports.map(({ input, findings }) => {
    const open = `    <testcase classname="plan-extract" name="${escaped(input)}" time="0"`
    if (findings.length === 0) return `${open}/>`
    const lines = findings.map(({ path, message }) => escaped(`${path}: ${message}`)).join('\n')
    return `${open}>\n      <failure type="finding" message="${findings.length} findings">${lines}</failure>\n    </testcase>`
  })
  const counts = `tests="${reports.length}" failures="${failures}" errors="0"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${counts}>
  <testsuite name="plan-extract" ${counts} skipped="0">
${cases.join('\n')}
  </testsuite>
</testsuites>
`
}

/** XML 1.0 has no way to write most control characters. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
