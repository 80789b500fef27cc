/** A folder that holds this file is a page of a report: its pictures are no documents. */
export const MARK = 'plan-extract-report.json'
