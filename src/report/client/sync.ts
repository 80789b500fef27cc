import type { Correction } from '../../corrections/schema.ts'
import type { DocumentData } from '../document-data.ts'
import type { Corrections } from './corrections.ts'

export type SyncState = { state: 'saved' | 'saving' } | { state: 'failed'; reason: string }

export interface SyncEvents {
  onState(state: SyncState): void
  /** The plan as the corrections make it: each panel's HTML by its id. */
  onPlan(panels: Record<string, string>): void
  onConflict(theirs: string, mine: string): void
  /** Others have changed the file. */
  onOthers(): void
}

/** How often to try again to put changes over those of another tab before giving up. */
const TRIES = 5

/**
 * Writes corrections through the server as they are made. Each request names the version that it was made over; where the
 * file has gone on, what was done here is put over what stands there, and tried again.
 */
export class Sync {
  readonly #server: NonNullable<DocumentData['server']>
  readonly #corrections: Corrections
  readonly #events: SyncEvents
  #version: string
  #running: Promise<void> | undefined

  constructor(server: NonNullable<DocumentData['server']>, corrections: Corrections, events: SyncEvents) {
    this.#server = server
    this.#corrections = corrections
    this.#events = events
    this.#version = server.version
    corrections.onChange(() => this.save())
    addEventListener('focus', () => this.#look())
    document.addEventListener('visibilitychange', () => !document.hidden && this.#look())
  }

  /** Writes what is not written yet; one request at a time. */
  save(): void {
    if (this.#running || this.#corrections.unsaved === 0) return
    this.#running = this.#write()
      .then(() => this.#events.onState({ state: 'saved' }))
      .catch((error: Error) => this.#events.onState({ state: 'failed', reason: error.message }))
      .finally(() => {
        this.#running = undefined
      })
  }

  async #write(): Promise<void> {
    this.#events.onState({ state: 'saving' })
    for (let tries = 0; this.#corrections.unsaved > 0; ) {
      const list = this.#corrections.list()
      const answer = await fetch(this.#server.corrections, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': this.#version },
        body: JSON.stringify({ corrections: list }),
      })
      if (answer.status === 412 && ++tries < TRIES) {
        this.#take(answer, await answer.json())
        continue
      }
      if (!answer.ok) throw new Error(await reasonOf(answer))
      this.#take(answer, { corrections: list })
    }
    await this.#showPlan()
  }

  /** Looks whether the file was changed elsewhere. */
  async #look(): Promise<void> {
    await this.#running
    try {
      const answer = await fetch(this.#server.corrections, { headers: { 'if-none-match': this.#version } })
      if (answer.status !== 200) return
      this.#take(answer, await answer.json())
      this.#events.onOthers()
      await this.#showPlan()
    } catch {
      // The server is gone; the next change will say so.
    }
  }

  #take(answer: Response, { corrections }: { corrections: Correction[] }): void {
    this.#version = answer.headers.get('etag') ?? this.#version
    for (const { theirs, mine } of this.#corrections.rebase(corrections))
      this.#events.onConflict(theirs, mine)
  }

  async #showPlan(): Promise<void> {
    const answer = await fetch(this.#server.plan)
    if (answer.ok) this.#events.onPlan(await answer.json())
  }
}

async function reasonOf(answer: Response): Promise<string> {
  const text = await answer.text()
  return text.slice(0, 200) || String(answer.status)
}
