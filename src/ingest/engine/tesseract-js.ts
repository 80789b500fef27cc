import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import type { Page as Recognized, Worker } from 'tesseract.js'
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

/** Start of a worker takes half a second; what takes longer than this will never come. */
const START_TIMEOUT = 60_000

/** tesseract compiled to WebAssembly, with the packaged Vietnamese model: nothing is fetched, nothing installed. */
export class TesseractJsEngine implements Engine {
  /** In a pool's thread the other processors are busy with other documents: one. */
  readonly slots: number
  private readonly language: 'vie' | 'eng'
  private english: TesseractJsEngine | undefined
  private idle: Worker[] = []
  private started = 0
  private waiting: (() => void)[] = []

  constructor(language: 'vie' | 'eng' = 'vie') {
    this.language = language
    // A few digits here and there need no more than one worker.
    this.slots = language === 'vie' && isMainThread ? Math.min(4, availableParallelism()) : 1
  }

  async read(picture: GrayPicture, options: ReadOptions): Promise<ReadWord[]> {
    if ((options.language ?? 'vie') !== this.language) {
      this.english ??= new TesseractJsEngine('eng')
      return await this.english.read(picture, options)
    }
    const worker = await this.take()
    let healthy = false
    try {
      const page = await limited(recognize(worker, picture, options), options)
      healthy = true
      return wordsOf(page)
    } finally {
      await this.give(worker, healthy)
    }
  }

  async close(): Promise<void> {
    const workers = this.idle
    this.idle = []
    this.started -= workers.length
    await Promise.all(workers.map(worker => worker.terminate()))
    await this.english?.close()
  }

  private async take(): Promise<Worker> {
    while (true) {
      const worker = this.idle.pop()
      if (worker) {
        threadOf(worker).ref()
        return worker
      }
      if (this.started < this.slots) {
        this.started++
        try {
          return await startWorker(this.language)
        } catch (error) {
          this.started--
          throw error
        }
      }
      await new Promise<void>(resolve => this.waiting.push(resolve))
    }
  }

  /** A worker that failed or hangs can't be trusted or stopped in any other way. */
  private async give(worker: Worker, healthy: boolean): Promise<void> {
    if (healthy) {
      // An idle worker must not keep the process alive.
      threadOf(worker).unref()
      this.idle.push(worker)
    } else {
      this.started--
      await worker.terminate()
    }
    this.waiting.shift()?.()
  }
}

function threadOf(worker: Worker): { ref(): void; unref(): void } {
  return (worker as unknown as { worker: { ref(): void; unref(): void } }).worker
}

async function startWorker(language: 'vie' | 'eng'): Promise<Worker> {
  const { createWorker } = await import('tesseract.js')
  const data = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`))
  const starting = createWorker(
    language,
    1,
    {
      langPath: join(data, '4.0.0_best_int'),
      gzip: true,
      cacheMethod: 'none',
      // Without a handler a failure is thrown where nobody can catch it; the promise is rejected as well.
      errorHandler: () => {},
    },
    // The dictionaries of the engine are left on: they cost nothing and help with plain words.
    {},
  )
  return await limited(starting, { timeout: START_TIMEOUT })
}

async function recognize(worker: Worker, picture: GrayPicture, options: ReadOptions): Promise<Recognized> {
  await worker.setParameters({
    tessedit_pageseg_mode: SEGMENTATION_MODES[options.segmentation] as never,
    debug_file: '/dev/null', // else it reports to standard output
    tessedit_char_whitelist: options.characters ?? '',
    user_defined_dpi: String(Math.round(options.dpi)),
    invert_threshold: invertBelow(picture, options.dpi),
  })
  const image = encodePgm(picture) as Buffer
  const { data } = await worker.recognize(image, {}, { blocks: true, text: false })
  return data
}

function wordsOf(page: Recognized): ReadWord[] {
  const words: ReadWord[] = []
  for (const block of page.blocks ?? [])
    for (const paragraph of block.paragraphs)
      for (const line of paragraph.lines)
        for (const { text, confidence, bbox } of line.words)
          if (text.trim())
            words.push({
              text: text.trim(),
              confidence: confidence / 100,
              box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1],
            })
  return words
}

/** The promise's value, or E_OCR after the timeout, or E_ABORTED. */
async function limited<T>(
  work: Promise<T>,
  options: { timeout: number; signal?: AbortSignal | undefined },
): Promise<T> {
  const { timeout, signal } = options
  let timer: NodeJS.Timeout | undefined
  let stop: (() => void) | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(timedOut(timeout)), timeout)
      stop = () => reject(new PlanExtractError('E_ABORTED', say('the work was stopped')))
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop)
      work.then(resolve, cause => reject(engineFailed(cause)))
    })
  } finally {
    clearTimeout(timer)
    if (stop) signal?.removeEventListener('abort', stop)
  }
}
