import type { Correction } from '../../corrections/schema.ts'
import { keep, read } from './settings.ts'

/** What a correction is of. */
export type Place = Pick<Correction, 'page' | 'line' | 'raw' | 'occurrence'>

/** What a person did since the corrections were last written to their file; null takes one back. */
interface Change {
  place: Place
  right: string | null
}

/**
 * The corrections of the document: those of its file, and over them what was done since, which the browser keeps.
 * Changes are by place, so that what two tabs did can be put together.
 */
export class Corrections {
  readonly #name: string
  readonly #listeners: (() => void)[] = []
  #base = new Map<string, Correction>()
  #changes = new Map<string, Change>()
  /** False where the browser keeps nothing. */
  kept = true

  constructor(sha256: string, base: readonly Correction[]) {
    this.#name = `plan-extract:corrections:${sha256}`
    this.#base = byPlace(base)
    this.#load()
    addEventListener('storage', event => {
      if (event.key !== this.#name) return
      this.#load()
      this.#tell()
    })
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** What is printed at the place as far as a person said. */
  right(place: Place): string | undefined {
    const key = keyOf(place)
    const change = this.#changes.get(key)
    return change ? (change.right ?? undefined) : this.#base.get(key)?.right
  }

  /** Undefined takes back what was said of the place. */
  set(place: Place, right: string | undefined): void {
    this.setAll([place], right)
  }

  setAll(places: readonly Place[], right: string | undefined): void {
    for (const place of places) {
      const { page, line, raw, occurrence = 1 } = place
      const lean = { page, line, raw, ...(occurrence > 1 && { occurrence }) }
      this.#changes.set(keyOf(place), { place: lean, right: right ?? null })
    }
    this.#changed()
  }

  /** All of them, in the order of the document. */
  list(): Correction[] {
    const all = new Map(this.#base)
    for (const [key, { place, right }] of this.#changes)
      if (right === null) all.delete(key)
      else all.set(key, { ...place, right })
    return [...all.values()].sort(
      (a, b) => a.page - b.page || a.line - b.line || Number(a.raw > b.raw) - Number(a.raw < b.raw),
    )
  }

  /** How many places differ from the file. */
  get unsaved(): number {
    return this.#changes.size
  }

  /**
   * The file has other corrections now; what was done here stays over them.
   *
   * @returns what was changed both here and there, and differently
   */
  rebase(base: readonly Correction[]): { theirs: string; mine: string }[] {
    const before = this.#base
    this.#base = byPlace(base)
    const conflicts: { theirs: string; mine: string }[] = []
    for (const [key, { right }] of this.#changes) {
      const theirs = this.#base.get(key)?.right
      if (theirs !== before.get(key)?.right && theirs !== (right ?? undefined))
        conflicts.push({ theirs: theirs ?? '', mine: right ?? '' })
    }
    this.#changed()
    return conflicts
  }

  #load(): void {
    this.#changes.clear()
    for (const { place, right } of changesOf(read(this.#name)))
      this.#changes.set(keyOf(place), { place, right })
    this.#settle()
  }

  #changed(): void {
    this.#settle()
    const changes = [...this.#changes.values()]
    this.kept = keep(this.#name, changes.length > 0 ? JSON.stringify(changes) : undefined)
    this.#tell()
  }

  /** What the file says already is no change. */
  #settle(): void {
    for (const [key, { right }] of this.#changes)
      if ((this.#base.get(key)?.right ?? null) === right) this.#changes.delete(key)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function keyOf({ page, line, raw, occurrence = 1 }: Place): string {
  return `${page}:${line}:${occurrence}:${raw}`
}

function byPlace(corrections: readonly Correction[]): Map<string, Correction> {
  return new Map(corrections.map(each => [keyOf(each), each]))
}

/** What the browser kept; nothing where it is of another form. */
function changesOf(text: string | undefined): Change[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isChange) : []
  } catch {
    return []
  }
}

function isChange(value: unknown): value is Change {
  const { place, right } = (value ?? {}) as Partial<Change>
  return (
    typeof place?.page === 'number' &&
    typeof place.line === 'number' &&
    typeof place.raw === 'string' &&
    (right === null || typeof right === 'string')
  )
}
