import type { Correction } from '../../corrections/schema.ts'
import { keep, namesFrom, read } from './settings.ts'

/** What a correction is of. */
export type Place = Pick<Correction, 'page' | 'line' | 'raw' | 'occurrence'>

/** What a person did since the corrections were last written to their file; null takes one back. */
interface Change {
  place: Place
  right: string | null
}

/**
 * The corrections of the document: those of its file, and over them what was done since, which the browser keeps.
 * Each change is kept by itself, under its place, so that tabs that change at the same time take nothing from each other.
 */
export class Corrections {
  readonly #prefix: string
  readonly #listeners: (() => void)[] = []
  readonly #changes = new Map<string, Change>()
  #base = new Map<string, Correction>()
  /** False where the browser keeps nothing. */
  kept = true

  /** @param alone false where a server tells the tabs of each other's changes */
  constructor(sha256: string, base: readonly Correction[], alone: boolean) {
    this.#prefix = `plan-extract:corrections:${sha256}:`
    this.#base = byPlace(base)
    for (const name of namesFrom(this.#prefix)) {
      this.#load(name, read(name))
      // Done with, and no more to be put over what the file may say later.
      if (!this.#changes.has(name.slice(this.#prefix.length))) keep(name, undefined)
    }
    if (alone)
      addEventListener('storage', ({ key, newValue }) => {
        if (!key?.startsWith(this.#prefix)) return
        this.#load(key, newValue ?? undefined)
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
      this.#put(keyOf(place), { place: lean, right: right ?? null })
    }
    this.#tell()
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
    for (const [key, change] of [...this.#changes]) this.#put(key, change)
    this.#tell()
    return conflicts
  }

  /** What the browser keeps under a name; what is of another form is none. */
  #load(name: string, text: string | undefined): void {
    const key = name.slice(this.#prefix.length)
    const change = changeOf(text)
    if (change && keyOf(change.place) === key && !this.#isInFile(key, change)) this.#changes.set(key, change)
    else this.#changes.delete(key)
  }

  #put(key: string, change: Change): void {
    const isDone = this.#isInFile(key, change)
    if (isDone) this.#changes.delete(key)
    else this.#changes.set(key, change)
    this.kept = keep(this.#prefix + key, isDone ? undefined : JSON.stringify(change)) && this.kept
  }

  /** What the file says already is no change. */
  #isInFile(key: string, { right }: Change): boolean {
    return (this.#base.get(key)?.right ?? null) === right
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** The same for the same place. */
export function keyOf({ page, line, raw, occurrence = 1 }: Place): string {
  return `${page}:${line}:${occurrence}:${raw}`
}

function byPlace(corrections: readonly Correction[]): Map<string, Correction> {
  return new Map(corrections.map(each => [keyOf(each), each]))
}

function changeOf(text: string | undefined): Change | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isChange(value) ? value : undefined
  } catch {
    return undefined
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
