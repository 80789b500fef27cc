import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import type { Plan } from '../../schemas/plan.ts'
import type { SourceDocument } from '../document.ts'
import { type Extraction, planOf } from '../extract.ts'
import { errorOf } from '../jobs/failure.ts'
import type { JobOptions } from '../jobs/job.ts'
import type { Pool } from '../jobs/pool.ts'
import { type BatchRow, type RowFacts, rowFacts } from '../report/batch-page.ts'
import { PagePictures } from '../report/pictures.ts'
import { type KeptCorrections, readKept } from './kept-corrections.ts'

/** Documents that are kept as they were read, the last used ones. */
const KEPT = 8

/** A document that was read. */
export interface OpenDocument {
  path: string
  /** Repaired, without a person's corrections. */
  document: SourceDocument
  /** WebP of a page; undefined where there is none. */
  picture(number: number): Promise<Uint8Array | undefined>
  /** What it is with the corrections beside it. Errors: E_CORRECTIONS. */
  extraction(): Extraction & { kept: KeptCorrections }
  close(): void
}

/** The documents of a folder, each known by an id that says nothing of its path; read when they are asked for. */
export class Library {
  readonly #list: () => Promise<string[]>
  readonly #base: string
  readonly #planBeside: (path: string) => Plan | undefined
  readonly #options: JobOptions
  readonly #pool: Pool
  readonly #open = new Map<string, Promise<OpenDocument>>()
  readonly #settled = new Set<Promise<OpenDocument>>()
  readonly #facts = new Map<string, RowFacts>()
  #paths = new Map<string, string>()

  /**
   * @param list the paths of the documents, as they are now
   * @param planBeside the plan that an earlier run made of a document
   */
  constructor(
    list: () => Promise<string[]>,
    base: string,
    planBeside: (path: string) => Plan | undefined,
    options: JobOptions,
    pool: Pool,
  ) {
    this.#list = list
    this.#base = base
    this.#planBeside = planBeside
    this.#options = options
    this.#pool = pool
  }

  /** Looks what lies in the folder now. */
  async rows(): Promise<BatchRow[]> {
    this.#paths = new Map((await this.#list()).map(path => [idOf(relative(this.#base, path)), path]))
    return [...this.#paths].map(([id, path]) => {
      const read = this.#facts.get(id) ?? this.#factsBeside(id, path)
      return { file: relative(this.#base, path), href: `d/${id}/`, ...(read && { read }) }
    })
  }

  /** The document of an id; undefined where there is none. Errors: those of `extract`. */
  async open(id: string): Promise<OpenDocument | undefined> {
    if (!this.#paths.has(id)) await this.rows()
    const path = this.#paths.get(id)
    if (path === undefined) return undefined
    const found = this.#open.get(id) ?? this.#read(path)
    this.#open.delete(id) // the last used stands last
    this.#open.set(id, found)
    this.#drop()
    try {
      const document = await found
      this.#settled.add(found)
      return document
    } catch (error) {
      if (this.#open.get(id) === found) this.#open.delete(id) // it may be mended and opened again
      throw error
    }
  }

  /** Reads the document after this one, which will be asked for next. */
  prefetch(id: string): void {
    const ids = [...this.#paths.keys()]
    const next = ids[ids.indexOf(id) + 1]
    if (next !== undefined && !this.#open.has(next)) this.open(next).catch(() => undefined)
  }

  /** What the list of documents says of one that was read or corrected. */
  note(id: string, { plan, document }: Extraction): void {
    this.#facts.set(id, rowFacts(plan, document))
  }

  async close(): Promise<void> {
    for (const found of this.#settled) (await found).close()
    await this.#pool.close()
  }

  #factsBeside(id: string, path: string): RowFacts | undefined {
    const plan = this.#planBeside(path)
    if (!plan) return undefined
    const facts = rowFacts(plan)
    this.#facts.set(id, facts)
    return facts
  }

  /** Lets go of those that were not used for longest, but for what is being read. */
  #drop(): void {
    for (const [id, found] of this.#open) {
      if (this.#open.size <= KEPT) return
      if (!this.#settled.has(found)) continue
      this.#open.delete(id)
      this.#settled.delete(found)
      void found.then(document => document.close())
    }
  }

  async #read(path: string): Promise<OpenDocument> {
    const options = this.#options
    const outcome = await this.#pool.run({ input: path, options, want: { step: 'read' } })
    if (!outcome.ok) throw errorOf(outcome)
    const document = outcome.document!
    const pictures = await PagePictures.open(await readFile(path), options)
    let last: Promise<unknown> = Promise.resolve()
    return {
      path,
      document,
      async picture(number) {
        const page = document.pages.find(each => each.number === number)
        if (!page || !pictures) return undefined
        const made = last.then(() => pictures.webp(page)) // one after the other, since each takes a whole core
        last = made.catch(() => undefined)
        return await made
      },
      extraction() {
        const kept = readKept(path)
        const { corrections } = kept
        const given = corrections.length > 0 ? { document: basename(path), corrections } : undefined
        return { ...planOf(document, options, given), kept }
      },
      close() {
        void last.then(() => pictures?.close())
      },
    }
  }
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}
