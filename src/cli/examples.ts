/** What stands under the options in the help of each command. */

export const EXTRACT_EXAMPLES = `
Inputs are PDF, PNG, JPEG, TIFF, WebP, BMP and text files (told apart by content), folders, quoted patterns, and - for
standard input.

Examples:
  plan-extract ke-hoach.pdf                        the plan as JSON on stdout
  plan-extract ke-hoach.pdf -o ke-hoach.yaml       as YAML into a file
  plan-extract scans/ -o plans/ --resume           a folder of scans; a second run does only what is new
  plan-extract 'scans/**/*.pdf' | jq .header       a plan a line
  plan-extract scans/ -f csv-tasks -o tasks.csv    the tasks of all plans as a table
  plan-extract scans/ -o plans/ --report pages/    and pages to look at: open pages/index.html
`

export const REPAIR_EXAMPLES = `
Examples:
  plan-extract repair ke-hoach.pdf                 the text as it is printed, a form feed between pages
  plan-extract repair ocr.txt -o right.txt         a text file line by line
  plan-extract repair ke-hoach.pdf --only-suspects the words that a person should look at
  plan-extract repair ke-hoach.pdf --json          words with raw text, confidence, alternatives and boxes
`

export const PDF_EXAMPLES = `
The picture stays as it is; the text under it is invisible, each word at its place. A text layer that was there is taken out.

Examples:
  plan-extract pdf scans/ -o searchable/               PDF and pictures of a folder
  plan-extract pdf ke-hoach.pdf -o ke-hoach.2lop.pdf --attach
  plan-extract pdf scans/ -o searchable/ --resume      only what is new
`

export const VALIDATE_EXAMPLES = `
Inputs are .plan.json, .plan.yaml and .ndjson files, folders and quoted patterns. The exit code is 3 if anything is found.

Examples:
  plan-extract validate plans/
  plan-extract validate plans/ke-hoach.plan.yaml --quiet && echo good
  plan-extract validate plans/ --reporter github   annotations on the lines of the files
`

export const CHECK_EXAMPLES = `
A document is checked when its expected plan stands beside it: NAME.pdf and NAME.plan.json or NAME.plan.yaml. The exit code
is 3 if anything differs.

Examples:
  plan-extract check fixtures/
  plan-extract check fixtures/ --update            what comes out now is what is expected from now on
  plan-extract check fixtures/ --tolerance body.text=0.02
  plan-extract check fixtures/ --reporter junit > plans.xml
`

export const SCHEMA_EXAMPLES = `
Examples:
  plan-extract schema > plan.schema.json
  plan-extract schema --format typescript > plan.d.ts
`

export const COMPLETION_EXAMPLES = `
Examples:
  eval "$(plan-extract completion bash)"
  plan-extract completion fish > ~/.config/fish/completions/plan-extract.fish
`
