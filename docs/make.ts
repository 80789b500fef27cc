/** `npm run docs`: writes the pages of docs/ that are made from code. */
import { writeFileSync } from 'node:fs'
import { ERRORS, type ErrorCode } from '../src/errors.ts'

const REMEDIES: Record<ErrorCode, string> = {
  E_NOT_FOUND: 'Check the name. Quote patterns and names with spaces.',
  E_UNREADABLE: 'Check the permissions; give a file, not a device.',
  E_UNSUPPORTED:
    'Give PDF, PNG, JPEG, TIFF, WebP, BMP or plain text. The type is told by content, not by name.',
  E_EMPTY: 'Copy the file again from where it came.',
  E_ENCRYPTED:
    'Remove the password with `qpdf --decrypt in.pdf out.pdf`, or give `--password` or `--password-file`.',
  E_DAMAGED: 'Try `qpdf in.pdf out.pdf` to mend it, or scan the document again.',
  E_TOO_LARGE: 'If you trust the file, raise `--max-pages` or `--max-pixels`, or give only some `--pages`.',
  E_OCR: 'With `--engine tesseract`: check that `tesseract --list-langs` names `vie`. Otherwise report it.',
  E_TIMEOUT:
    'The file may be made to do harm. If you trust it, raise `--timeout`, or print it to PDF anew. The other inputs go on.',
  E_SIGNED:
    'Keep the signed file as it is; `--force` writes another, in which the signature shows but is not valid.',
  E_PDFA: 'The message names the rules it breaks. Write it without `--pdfa`, or print it to PDF anew first.',
  E_EXISTS: 'Give another output, or `--force` to overwrite it.',
  E_WRITE: 'Check the permissions and the free space of the folder.',
  E_CORRECTIONS:
    'Mend the `.corrections.yaml` file at the place the message names, or give `--no-corrections`.',
  E_SCHEMA:
    'A plan file: mend what the path names. Otherwise a fault of plan-extract: report it with the document.',
  E_ARCHIVE:
    'The message says what it needs: another file, a newer plan-extract, or a Node that has SQLite. `index` makes an archive anew.',
  E_QUERY:
    '`plan-extract search --help` shows what a query can hold; put "quotes" around what is meant literally.',
  E_USAGE: '`plan-extract COMMAND --help` shows what can be given.',
  E_ABORTED: 'Run it again; with `--resume` finished outputs are left as they are.',
  E_INTERNAL: 'Report it with the document; `--verbose` shows where it happened.',
}

export function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, meaning]) => `| \`${code}\` | ${meaning} | ${REMEDIES[code as ErrorCode]} |`,
  )
  return `# Errors

What ends the work on one input. Each message names the file, what is wrong, the code and what to do:

    error: scan.pdf: the file is encrypted (E_ENCRYPTED). Remove the password with qpdf --decrypt, or give --password.

Codes are stable; programs can rely on them (\`--log json\` gives them as \`code\`, the library as \`error.code\`). The other
inputs of a run go on; the exit code is then 1. What does not end the work is a warning in the plan: see
[warnings](warnings.md).

| code | meaning | what to do |
|---|---|---|
${rows.join('\n')}

## Files that are broken, or made to do harm

| the file | what comes of it |
|---|---|
| has no bytes; random bytes; a PDF cut short | \`E_EMPTY\`; \`E_UNSUPPORTED\`; \`E_DAMAGED\`, or its whole pages and the warning \`page-damaged\` |
| has a wrong ending (\`.pdf\` that is text, \`.png\` that is PDF) | is read: the type is told by content |
| is UTF-8 with or without a byte order mark, UTF-16, Windows-1258, with ends of lines of any system | is read |
| is encrypted, without a password or with a wrong one | \`E_ENCRYPTED\` |
| is a PDF with scripts or attachments | is read; they are never run or opened |
| has a loop in its page tree, forms that draw themselves | is read as far as it goes; \`E_TOO_LARGE\` where forms multiply each other |
| has thousands of pages; a picture of 100,000 × 100,000 pixels; a stream, a font too, that unpacks to more than 64 MB | \`E_TOO_LARGE\`, before it is unpacked; for more than \`--max-pages\` and \`--max-pixels\` they can be raised |
| keeps a library busy for ever | \`E_TIMEOUT\` after \`--timeout\` seconds (20 at least), in runs over several files; one file alone is worked on in the main thread, and not watched |
| takes the text recognition longer than \`--timeout\` | the warning \`page-not-read\` for that page |
| has spaces, quotes, pictures or line ends in its name | is read; messages write control characters out (\`\\n\`, \`\\u001b\`) |
| is a link to nothing; a folder or file without permission | \`E_NOT_FOUND\`, also for links in a folder; \`E_UNREADABLE\` |
| is a pipe (\`<(…)\`, \`mkfifo\`); a device | is read as it comes, \`E_EMPTY\` where nothing comes for ten seconds; \`E_UNREADABLE\` |
| changes while it is read | \`E_UNREADABLE\` |
| is read, but the disk for the output is full | \`E_WRITE\`; no half-written file stays |

Made from \`src/errors.ts\` by \`npm run docs\`.
`
}

if (process.argv[1]?.endsWith('make.ts')) writeFileSync(new URL('errors.md', import.meta.url), errorsPage())
