import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packagePath } from '../../src/package-root.ts'
import { LanguageModel } from '../../src/repair/language/language-model.ts'
import { VERSION } from '../../src/version.ts'
import { restorer } from './restore.ts'

/** One way to the text of a scan with a garbled text layer. */
export interface Way {
  name: string
  /** Program and version; undefined where it is not installed. */
  version: string | undefined
  /** Text of every document and seconds of processor for all of them. */
  run(documents: readonly string[], folder: string): { texts: string[]; seconds: number }
}

const DPI = 200

/** From what is there already to what this program gives. */
export function ways(): Way[] {
  const layer: Way = {
    name: 'the text layer as it is (pdftotext)',
    version: versionOf('pdftotext', ['-v']),
    run: (documents, folder) =>
      each(documents, (path, name) => {
        const text = join(folder, `${name}.layer.txt`)
        return { text, seconds: timed(['pdftotext', '-layout', path, text]) }
      }),
  }
  return [
    layer,
    {
      name: 'the same, diacritics restored by an n-gram model',
      version: layer.version && 'the language model of this package, without its channel',
      run(documents, folder) {
        const before = process.cpuUsage()
        const restore = restorer(LanguageModel.load())
        const { texts, seconds } = layer.run(documents, folder)
        const restored = texts.map(restore)
        const { user, system } = process.cpuUsage(before)
        return { texts: restored, seconds: seconds + (user + system) / 1e6 }
      },
    },
    {
      name: 'tesseract -l vie',
      version: versionOf('pdftoppm', ['-v']) && versionOf('tesseract', ['--version']),
      run: (documents, folder) =>
        each(documents, (path, name) => {
          let seconds = timed(['pdftoppm', '-r', String(DPI), '-gray', '-png', path, join(folder, name)])
          const texts = readdirSync(folder)
            .filter(file => file.startsWith(name) && file.endsWith('.png'))
            .sort()
            .map(picture => {
              const out = join(folder, picture)
              seconds += timed(['tesseract', out, out, '-l', 'vie', '--dpi', String(DPI)])
              return readFileSync(`${out}.txt`, 'utf8')
            })
          const text = join(folder, `${name}.tesseract.txt`)
          writeFileSync(text, texts.join('\n'))
          return { text, seconds }
        }),
    },
    {
      name: 'OCRmyPDF --force-ocr -l vie',
      version: versionOf('ocrmypdf', ['--version']),
      run: (documents, folder) =>
        each(documents, (path, name) => {
          const text = join(folder, `${name}.ocrmypdf.txt`)
          const made = join(folder, `${name}.ocrmypdf.pdf`)
          return {
            text,
            seconds: timed(['ocrmypdf', '--force-ocr', '-q', '-l', 'vie', '--sidecar', text, path, made]),
          }
        }),
    },
    {
      name: 'plan-extract repair',
      version: VERSION,
      run: (documents, folder) =>
        each(documents, (path, name) => {
          const text = join(folder, `${name}.repaired.txt`)
          const program = packagePath('bin/plan-extract.js')
          return {
            text,
            seconds: timed([process.execPath, program, 'repair', '-q', '--force', path, '-o', text]),
          }
        }),
    },
  ]
}

function each(
  documents: readonly string[],
  read: (path: string, name: string) => { text: string; seconds: number },
): { texts: string[]; seconds: number } {
  const results = documents.map(path => read(path, basename(path).replace(/\W/g, '-')))
  return {
    texts: results.map(({ text }) => readFileSync(text, 'utf8')),
    seconds: results.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

/** Runs a program; seconds of processor that it and its children took, which other work on the machine hardly changes. */
function timed(command: readonly string[]): number {
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>/dev/null'
  const { stderr, status, error } = spawnSync('bash', ['-c', script, 'bash', ...command], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', OMP_THREAD_LIMIT: '1' },
  })
  if (error ?? status !== 0) throw new Error(`${command.join(' ')} failed`, { cause: error ?? stderr })
  const [user = 0, system = 0] = stderr.trim().split(' ').map(Number)
  return user + system
}

function versionOf(program: string, args: readonly string[]): string | undefined {
  const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  return error ? undefined : /\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0]
}
