import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import type { GrayPicture } from '../picture/gray.ts'
import {
  type Engine,
  encodePgm,
  invertBelow,
  type ReadOptions,
  type ReadWord,
  SEGMENTATION_MODES,
} from './engine.ts'
import { engineFailed, timedOut } from './failures.ts'

/** The program `tesseract` with its Vietnamese model, as the system has it installed. */
export class InstalledEngine implements Engine {
  readonly slots = isMainThread ? availableParallelism() : 1

  async read(picture: GrayPicture, options: ReadOptions): Promise<ReadWord[]> {
    const settings = [
      ...['--psm', SEGMENTATION_MODES[options.segmentation]],
      ...['--dpi', String(Math.round(options.dpi))],
      ...['-c', `invert_threshold=${invertBelow(picture, options.dpi)}`],
      ...(options.characters ? ['-c', `tessedit_char_whitelist=${options.characters}`] : []),
    ]
    return wordsOfTsv(
      await run(['stdin', 'stdout', '-l', options.language ?? 'vie', ...settings, 'tsv'], picture, options),
    )
  }

  async close(): Promise<void> {}
}

function run(args: string[], picture: GrayPicture, { timeout, signal }: ReadOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = spawn('tesseract', args, {
      // More threads than one make it slower where several pages are read at once.
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      timeout,
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    })
    let output = ''
    let complaint = ''
    program.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part
    })
    program.stderr.setEncoding('utf8').on('data', (part: string) => {
      complaint = (complaint + part).slice(-2000)
    })
    program.on('error', cause => {
      if (cause.name === 'AbortError')
        reject(new PlanExtractError('E_ABORTED', say('the work was stopped'), { cause }))
      else reject(notInstalled(cause))
    })
    program.on('close', (code, killed) => {
      if (code === 0) resolve(output)
      else if (killed) reject(timedOut(timeout))
      else reject(engineFailed(complaint.trim() || `exit code ${code}`))
    })
    // It may end before it has read the picture; its exit code tells more than the broken pipe.
    program.stdin.on('error', () => {})
    program.stdin.end(encodePgm(picture))
  })
}

function notInstalled(cause: Error): PlanExtractError {
  return new PlanExtractError('E_OCR', say('the program tesseract cannot be started'), {
    hint: say(
      'Install it with its Vietnamese model (tesseract-ocr, tesseract-ocr-vie), or leave --engine out.',
    ),
    cause,
  })
}

/**
 *     level page_num block_num par_num line_num word_num left top width height conf text
 *     5     1        1         1       1        1        239  212 61    30     96.5 Thực
 */
function wordsOfTsv(tsv: string): ReadWord[] {
  const words: ReadWord[] = []
  for (const line of tsv.split('\n')) {
    const [level, , , , , , ...rest] = line.split('\t')
    const text = rest[5]?.trim()
    if (level !== '5' || !text) continue
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = rest.map(Number)
    words.push({
      text,
      confidence: Math.max(0, confidence) / 100,
      box: [left, top, left + width, top + height],
    })
  }
  return words
}
