import type { DocumentData } from '../document-data.ts'
import { Corrections, keyOf } from './corrections.ts'
import { correctionsText } from './corrections-text.ts'
import { DoubtList } from './doubts.ts'
import { Joins } from './joins.ts'
import { startKeys } from './keys.ts'
import { Lens, percent } from './lens.ts'
import { Marks } from './marks.ts'
import { Overlay } from './overlay.ts'
import { element, make, onLanguage, say, startSettings } from './settings.ts'
import { placeOf, type Spot, spotsOf } from './spots.ts'
import { Sync } from './sync.ts'
import { startTabs } from './tabs.ts'

/** The page of one document: what is on it is in the HTML, here is what it does. */

const VIEWS = ['beside', 'over', 'text'] as const
const VIEW_NAMES = { beside: 'beside', over: 'over', text: 'textOnly' } as const

startSettings()
const data: DocumentData = JSON.parse(element('data').textContent!)
const spots = spotsOf(data, document.querySelectorAll<HTMLElement>('.w'))
const doubts = spots.filter(spot => spot.isDoubt)
const spotOf = new WeakMap<Element, Spot>()
for (const spot of spots) for (const each of spot.elements) spotOf.set(each, spot)
const joins = new Joins()

let lastSettled: Spot | undefined
/** Spots that show a correction. */
const settled = new Set<Spot>()
let byKey: Map<string, Spot> | undefined
let fading: ReturnType<typeof setTimeout> | undefined

const corrections = new Corrections(data.sha256, data.corrections, !data.server)
const marks = new Marks(spots, spot => choose(spot, 'picture'))
const overlay = new Overlay(spots, spot => {
  const right = rightOf(spot)
  return right === undefined ? spot.text : joins.partsOf(joins.wholeOf(spot))[0] === spot ? right : ''
})
const list = new DoubtList(element('panel-doubts'), doubts, spot => choose(spot))
const lens = new Lens(element('lens'), {
  choose: settle,
  undo: takeBack,
  join,
  same,
  step,
})

startTabs()
startKeys({
  step,
  choose: number => lens.chooseByKey(number),
  edit: () => lens.edit(),
  same: () => {
    const spot = lens.spot && rightOf(lens.spot) !== undefined ? lens.spot : lastSettled
    if (spot) same(spot)
  },
  undo: () => lens.spot && takeBack(lens.spot),
  join,
  save,
  view: nextView,
})

const text = element('text')
text.addEventListener('click', event => {
  const spot = spotOf.get(event.target as Element)
  if (spot) choose(spot, 'text')
})
text.addEventListener('pointerover', event => marks.hover(spotOf.get(event.target as Element)))
text.addEventListener('pointerleave', () => marks.hover(undefined))
element('save').addEventListener('click', save)
element('view').addEventListener('click', nextView)
addEventListener('hashchange', flash)
document.addEventListener('click', event => {
  const link = (event.target as Element).closest?.('a.place')
  if (link?.getAttribute('href') === location.hash) flash() // no hashchange comes
})

const sync =
  data.server &&
  new Sync(data.server, corrections, {
    onState: state => {
      element('save').textContent =
        state.state === 'failed' ? say('notSaved', { reason: state.reason }) : say(state.state)
      element('save').classList.toggle('failed', state.state === 'failed')
    },
    onPlan: showPlan,
    onConflict: (theirs, mine) =>
      toast(say('otherTab', { theirs: theirs || say('nothing'), mine: mine || say('nothing') })),
    onOthers: () => toast(say('fromElsewhere')),
  })

corrections.onChange(refresh)
onLanguage(() => {
  list.show(rightOf)
  refresh()
  present(lens.spot)
})
list.show(rightOf)
refresh()
present(undefined)
flash()
sync?.save() // what the browser kept from a time when the server was gone

function rightOf(spot: Spot): string | undefined {
  return corrections.right(placeOf(joins.wholeOf(spot)))
}

/** Those that have a correction now; one that fits no spot is kept for its file, and shown nowhere. */
function correctedSpots(): Set<Spot> {
  const list = corrections.list()
  if (list.length > 0) byKey ??= new Map([...spots, ...joins.all].map(spot => [keyOf(placeOf(spot)), spot]))
  return new Set(list.flatMap(each => byKey!.get(keyOf(each)) ?? []))
}

/** All that shows what is corrected. */
function refresh(): void {
  const now = correctedSpots()
  for (const spot of new Set([...settled, ...now])) {
    const right = rightOf(spot)
    show(spot, right)
    if (right === undefined) settled.delete(spot)
    else settled.add(spot)
  }
  const done = doubts.filter(spot => settled.has(joins.wholeOf(spot))).length
  const progress = element<HTMLProgressElement>('progress')
  progress.max = Math.max(1, doubts.length)
  progress.value = doubts.length === 0 ? 1 : done
  element('progress-text').textContent =
    doubts.length === 0 ? say('noDoubts') : say('progress', { done, all: doubts.length })
  if (data.server) {
    if (corrections.unsaved === 0) element('save').textContent = say('saved')
  } else {
    const { unsaved } = corrections
    const button = element<HTMLButtonElement>('save')
    button.textContent = unsaved > 0 ? `${say('save')} (${unsaved})` : say('save')
    button.title = unsaved > 0 ? say('unsaved', { count: unsaved }) : ''
    if (!corrections.kept) toast(say('notKept'))
  }
}

function show(spot: Spot, right: string | undefined): void {
  spot.elements.forEach((each, index) => {
    each.classList.toggle('settled', right !== undefined)
    if (right === undefined) each.textContent = spot.words[index]!.text
    else each.textContent = index === 0 ? right : ''
    each.title = right === undefined ? '' : spot.raw
  })
  spot.elements[0]!.classList.toggle('gone', right === '')
  for (const part of joins.partsOf(spot)) {
    marks.settled(part, right !== undefined)
    overlay.update(part)
    list.update(part, right)
  }
}

/** Takes a choice and goes on to the next doubt. */
function settle(spot: Spot, right: string): void {
  const isPresent = spot === lens.spot
  record(spot, right)
  lastSettled = spot
  if (isPresent && spot.isDoubt) step(1)
}

function record(spot: Spot, right: string | undefined): void {
  corrections.set(placeOf(spot), right)
  const others = right === undefined ? 0 : alike(spot).length
  const done = right === undefined ? say('undone') : say('corrected', { text: right || say('nothing') })
  toast(others > 0 ? `${done} ${say('alike', { count: others })}` : done)
  present(spot)
}

/** What was joined comes apart again. */
function takeBack(spot: Spot): void {
  const parts = joins.partsOf(spot)
  if (rightOf(spot) !== undefined) record(spot, undefined)
  if (parts.length === 1) return
  joins.part(spot)
  byKey = undefined
  for (const part of parts) for (const each of part.elements) spotOf.set(each, part)
  present(parts[0])
}

/** Takes the present spot and the next word of its line together, to be corrected as one. */
function join(): void {
  const spot = lens.spot
  const next = spot && nextOf(spot)
  if (!spot || !next) {
    toast(say('nothingToJoin'))
    return
  }
  const parts = [...joins.partsOf(spot), ...joins.partsOf(next)]
  const corrected = [spot, next].filter(each => rightOf(each) !== undefined)
  if (corrected.length > 0) for (const each of corrected) corrections.set(placeOf(each), undefined)
  const joined = joins.join(parts)
  byKey = undefined
  for (const each of joined.elements) spotOf.set(each, joined)
  refresh()
  present(joined)
  lens.edit()
}

/** What follows on the line. */
function nextOf({ elements }: Spot): Spot | undefined {
  const last = elements.at(-1)!
  const all = Array.from(last.closest('.line')!.querySelectorAll('.w'))
  const next = all[all.indexOf(last) + 1]
  return next && spotOf.get(next)
}

/** Open doubts that were read and repaired as this one. */
function alike({ raw, text, index }: Spot): Spot[] {
  return doubts.filter(
    spot => spot.index !== index && spot.raw === raw && spot.text === text && rightOf(spot) === undefined,
  )
}

function same(spot: Spot): void {
  const right = rightOf(spot)
  const others = alike(spot)
  if (right === undefined || others.length === 0) return
  corrections.setAll(others.map(placeOf), right)
  toast(say('sameDone', { count: others.length }))
  present(spot)
}

/** To the next doubt that is not settled, or to the one before whether settled or not. */
function step(by: 1 | -1): void {
  const parts = lens.spot ? joins.partsOf(lens.spot) : []
  const from = parts.at(by === 1 ? -1 : 0)?.index ?? (by === 1 ? -1 : spots.length)
  const open = doubts.filter(spot => rightOf(spot) === undefined)
  const next =
    by === 1 ? (open.find(spot => spot.index > from) ?? open[0]) : doubts.findLast(spot => spot.index < from)
  if (next) {
    choose(next)
    return
  }
  if (by === 1) toast(say('allSettled'))
}

/** Makes a spot the present one and brings it into view where the person does not look at it already. */
function choose(part: Spot, from?: 'text' | 'picture'): void {
  const spot = joins.wholeOf(part)
  present(spot)
  if (from !== 'text') {
    const shown =
      document.body.dataset.view === 'over' ? spot.elements[0]!.closest('.page')! : spot.elements[0]!
    if (document.body.dataset.view === 'over') scrollToBox(spot)
    else if (from !== 'picture' || !isVisible(shown)) shown.scrollIntoView({ block: 'center' })
  }
  if (!spot.isDoubt) return
  const at = positionOf(spot)
  const place = say('pageOf', { page: spot.page.number, line: spot.line.number })
  const percentText = percent(spot.confidence)
  announce(
    say('announce', {
      at,
      all: doubts.length,
      place,
      text: rightOf(spot) ?? spot.text,
      percent: percentText,
    }),
  )
}

/** Among the doubts, from 1; 0 where it is none. */
function positionOf(spot: Spot): number {
  const doubt = joins.partsOf(spot).find(part => part.isDoubt)
  return doubt ? doubts.indexOf(doubt) + 1 : 0
}

function present(spot: Spot | undefined): void {
  for (const each of document.querySelectorAll('.w.present')) each.classList.remove('present')
  for (const each of spot?.elements ?? []) each.classList.add('present')
  marks.present(spot)
  list.present(spot && joins.partsOf(spot)[0])
  const at = spot ? positionOf(spot) : 0
  lens.show(spot, {
    right: spot && rightOf(spot),
    position: [at, doubts.length],
    same: spot ? alike(spot).length : 0,
    hasNext: spot !== undefined && nextOf(spot) !== undefined,
    isJoined: spot !== undefined && joins.partsOf(spot).length > 1,
  })
}

function isVisible(shown: Element): boolean {
  const { top, bottom } = shown.getBoundingClientRect()
  return top > 80 && bottom < innerHeight
}

function scrollToBox({ elements, box, page }: Spot): void {
  const scan = elements[0]!.closest('.page')!.querySelector('.scan')
  if (!scan || !box || page.height === undefined) return
  const { top, height } = scan.getBoundingClientRect()
  scrollTo({ top: scrollY + top + (box[1] / page.height) * height - innerHeight / 2 })
}

function nextView(): void {
  const present = VIEWS.indexOf(
    (document.body.dataset.view as (typeof VIEWS)[number] | undefined) ?? 'beside',
  )
  const view = VIEWS[(present + 1) % VIEWS.length]!
  document.body.dataset.view = view
  if (view === 'over') overlay.start()
  toast(say(VIEW_NAMES[view]))
  if (lens.spot) choose(lens.spot)
}

/** Shows for a moment the lines to which the address leads. */
function flash(): void {
  const [, page, first] = /^#p(\d+)(?:l(\d+))?$/.exec(location.hash) ?? []
  const target = page && document.getElementById(location.hash.slice(1))
  if (!target) return
  target.scrollIntoView({ block: first ? 'center' : 'start' })
  const end = document.querySelector<HTMLElement>(`a.place[href="${location.hash}"]`)?.dataset.end
  for (let line = Number(first); line <= Number(end ?? first); line++) {
    const shown = document.getElementById(`p${page}l${line}`)
    shown?.classList.remove('flash')
    void shown?.offsetWidth // the animation begins anew
    shown?.classList.add('flash')
  }
}

function showPlan(panels: Record<string, string>): void {
  for (const [id, html] of Object.entries(panels)) {
    const parsed = new DOMParser().parseFromString(html, 'text/html')
    element(id).replaceChildren(...parsed.body.childNodes)
  }
}

/** The corrections as a file; a server has written them already. */
function save(): void {
  if (data.server) {
    sync?.save()
    return
  }
  const name = data.correctionsFile
  const file = new Blob([correctionsText(data.file, corrections.list())], { type: 'application/yaml' })
  const link = make('a', { href: URL.createObjectURL(file), download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  toast(say('saveHint', { file: name, document: data.file }))
}

/** For those who hear the page. */
function announce(text: string): void {
  element('announced').textContent = text
}

/** For all, for a while. */
function toast(text: string): void {
  element('status').textContent = text
  clearTimeout(fading)
  fading = setTimeout(() => element('status').replaceChildren(), 5000)
}
