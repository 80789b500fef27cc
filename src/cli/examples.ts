/** What stands under the options in the help of each command; `language/examples-vietnamese.ts` says the same. */
export const EXAMPLES = {
  extract: `
Inputs are PDF, PNG, JPEG, TIFF, WebP, BMP and text files (told apart by content), folders, quoted patterns, and - for
standard input.

Examples:
  plan-extract ke-hoach.pdf                        the plan as JSON on stdout
  plan-extract ke-hoach.pdf -o ke-hoach.yaml       as YAML into a file
  plan-extract scans/ -o plans/ --resume           a folder of scans; a second run does only what is new
  plan-extract 'scans/**/*.pdf' | jq .header       a plan a line
  plan-extract scans/ -f csv-tasks -o tasks.csv    the tasks of all plans as a table
  plan-extract scans/ -o plans/ --report pages/    and pages to look at: open pages/index.html
`,
  repair: `
Examples:
  plan-extract repair ke-hoach.pdf                 the text as it is printed, a form feed between pages
  plan-extract repair ocr.txt -o right.txt         a text file line by line
  plan-extract repair ke-hoach.pdf --only-suspects the words that a person should look at
  plan-extract repair ke-hoach.pdf --json          words with raw text, confidence, alternatives and boxes
`,
  pdf: `
The picture stays as it is; the text under it is invisible, each word at its place. A text layer that was there is taken out.

Examples:
  plan-extract pdf scans/ -o searchable/               PDF and pictures of a folder
  plan-extract pdf ke-hoach.pdf -o ke-hoach.2lop.pdf --attach
  plan-extract pdf scans/ -o searchable/ --resume      only what is new
`,
  validate: `
Inputs are .plan.json, .plan.yaml and .ndjson files, folders and quoted patterns. The exit code is 3 if anything is found.

Examples:
  plan-extract validate plans/
  plan-extract validate plans/ke-hoach.plan.yaml --quiet && echo good
  plan-extract validate plans/ --reporter github   annotations on the lines of the files
`,
  check: `
A document is checked when its expected plan stands beside it: NAME.pdf and NAME.plan.json or NAME.plan.yaml. The exit code
is 3 if anything differs.

Examples:
  plan-extract check fixtures/
  plan-extract check fixtures/ --update            what comes out now is what is expected from now on
  plan-extract check fixtures/ --tolerance body.text=0.02
  plan-extract check fixtures/ --reporter junit > plans.xml
`,
  schema: `
Examples:
  plan-extract schema > plan.schema.json
  plan-extract schema --format typescript > plan.d.ts
`,
  completion: `
Examples:
  eval "$(plan-extract completion bash)"
  plan-extract completion fish > ~/.config/fish/completions/plan-extract.fish
`,
  index: `
Inputs are plan files (.plan.json, .plan.yaml, .ndjson), documents (extracted on the way), folders and quoted patterns. In a
folder a document that has its plan beside it is left out. What the archive has already is not touched.

Examples:
  plan-extract index ke-hoach.archive plans/
  plan-extract index ke-hoach.archive plans/ --prune     plans that are gone from the folder leave the archive
  plan-extract index ke-hoach.archive scans/ -j 4        extracts what is new
`,
  search: `
A query is words and "phrases"; all must be in the plan. Diacritics and case may be left out; typed ones narrow. word* finds
beginnings; AND, OR, NOT and brackets join. Fields:
  title: heading: issuer: kind: place: lead: support: unit: signer: recipients: preamble:    words or a "phrase"
  within:                                          a district, also the communes that carry it on since 2025
  number: cites: implements:                       a document, as 208/KH-UBND
  year: date: deadline:                            2026, 2026-06, <2026-06-30, >=2025, 2024..2026
  level:commune|district|province|central|party|organization
  role:purpose|requirements|objectives|content|forms|audience|schedule|solutions|budget|organization|reporting

Examples:
  plan-extract search ke-hoach.archive chuyen doi so
  plan-extract search ke-hoach.archive 'role:forms "truyền thanh" year:2026'
  plan-extract search ke-hoach.archive 'lead:"Công an" deadline:<2026-06-30' --of tasks --format xlsx -o tasks.xlsx
  plan-extract search ke-hoach.archive --implements 208/KH-UBND
  plan-extract search ke-hoach.archive 'tiêm chủng' --facets
`,
  compare: `
Examples:
  plan-extract compare a.plan.json b.plan.json
  plan-extract compare a.plan.json b.plan.json --format html -o a-b.html
  plan-extract compare xa.plan.json huyen.plan.json --against-parent     what of the plan above has no counterpart
  plan-extract compare --archive ke-hoach.archive a.plan.json            near copies and the plans it shares most with
`,
  stats: `
Examples:
  plan-extract stats ke-hoach.archive
  plan-extract stats ke-hoach.archive --json
  plan-extract stats ke-hoach.archive --graph citations.dot      who carries out what; .graphml for other programs
`,
  report: `
Inputs are plan files (.plan.json, .plan.yaml, .ndjson), documents (extracted on the way), folders and quoted patterns. The
document of a plan is looked for beside it and in the folder that --documents names; it must have the same bytes.

Examples:
  plan-extract report scans/ -o pages/                     then open pages/index.html
  plan-extract report plans/ --documents scans/ -o pages/
  plan-extract extract scans/ -o plans/ --report pages/    both in one go
`,
  review: `
Prints an address that this computer's browser can open, and no other. What is corrected there is written beside each
document as NAME.corrections.yaml, which extract, repair, pdf and index apply.

Examples:
  plan-extract review scans/
  plan-extract review scans/ --port 8080
`,
  learn: `
Reads the documents of the folder that have corrections beside them. A name or an abbreviation is kept that puts something
right in documents it was not learned from, or elsewhere in its own, and nothing wrong in any.

Examples:
  plan-extract learn scans/ -o lexicon.yaml
  plan-extract extract scans/ -o plans/ --lexicon lexicon.yaml
`,
} as const
