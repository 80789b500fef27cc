import {
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFNull,
  PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { Block, Plan, Section } from '../../schemas/plan.ts'
import { apply, type Matrix } from './content/matrix.ts'
import { name } from './objects.ts'

export interface OutlineItem {
  title: string
  /** 1-based. */
  page: number
  /** Points from the top of the upright page. */
  top: number | undefined
  items: OutlineItem[]
}

/** The sections of a plan, and its annexes with theirs, as bookmarks. */
export function outlineOf(plan: Plan): OutlineItem[] {
  const annexes = plan.annexes.map(({ label, title, body, at }) =>
    itemOf([label, title].filter(Boolean).join(' – '), at, body),
  )
  return [...sectionItems(plan.body), ...annexes].filter(item => item !== undefined)
}

function sectionItems(blocks: readonly Block[]): OutlineItem[] {
  return blocks
    .filter((block): block is Section => block.type === 'section')
    .map(({ label, heading, at, blocks: below }) => itemOf(titleOf(label, heading), at, below))
    .filter(item => item !== undefined)
}

/** `II` and `NỘI DUNG` to `II. NỘI DUNG`; labels that bring their sign keep it. */
function titleOf(label: string, heading: string): string {
  if (label === '') return heading
  return `${label}${/[\p{L}\d]$/u.test(label) ? '.' : ''} ${heading}`.trim()
}

function itemOf(title: string, at: Section['at'], blocks: readonly Block[]): OutlineItem | undefined {
  if (!at || title === '') return undefined
  return { title, page: at.page, top: at.bbox?.[1], items: sectionItems(blocks) }
}

/** Where an item leads to: a page, and how places on it are told in the PDF. */
export interface Target {
  ref: PDFRef
  /** From the upright page, y upwards, to user space. */
  matrix: Matrix
  height: number
}

/**
 * Writes the items as bookmarks (ISO 32000-1, 12.3.3), those of the first level open. A file that has bookmarks keeps
 * them.
 */
export function addOutline(
  pdf: PDFDocument,
  items: readonly OutlineItem[],
  target: (page: number) => Target | undefined,
): void {
  const { context, catalog } = pdf
  const existing = catalog.lookup(name('Outlines'))
  if (existing && 'has' in existing && (existing as PDFDict).has(name('First'))) return
  if (items.length === 0) return
  const root = context.nextRef()
  const ends = addItems(context, items, root, target)
  const outlines = context.obj({ Type: 'Outlines', ...ends, Count: countOf(items, 0) })
  context.assign(root, outlines)
  catalog.set(name('Outlines'), root)
}

function addItems(
  context: PDFContext,
  items: readonly OutlineItem[],
  parent: PDFRef,
  target: (page: number) => Target | undefined,
  level = 0,
): { First: PDFRef; Last: PDFRef } {
  const refs = items.map(() => context.nextRef())
  items.forEach((item, index) => {
    const destination = destinationOf(context, item, target)
    const below =
      item.items.length > 0
        ? {
            ...addItems(context, item.items, refs[index]!, target, level + 1),
            Count: countOf(item.items, level + 1) * (level === 0 ? 1 : -1),
          }
        : {}
    const dict = context.obj({
      Title: PDFHexString.fromText(item.title),
      Parent: parent,
      ...(index > 0 && { Prev: refs[index - 1]! }),
      ...(index < items.length - 1 && { Next: refs[index + 1]! }),
      ...below,
      ...(destination && { Dest: destination }),
    })
    context.assign(refs[index]!, dict)
  })
  return { First: refs[0]!, Last: refs.at(-1)! }
}

/** Items that show when those of this level do: themselves, and below the first level what is open. */
function countOf(items: readonly OutlineItem[], level: number): number {
  return items.reduce((sum, item) => sum + 1 + (level === 0 ? item.items.length : 0), 0)
}

function destinationOf(
  context: PDFContext,
  { page, top }: OutlineItem,
  target: (page: number) => Target | undefined,
) {
  const found = target(page)
  if (!found) return undefined
  if (top === undefined) return context.obj([found.ref, 'Fit'])
  const [x, y] = apply(found.matrix, [0, found.height - Math.max(0, top - ABOVE)])
  return context.obj([found.ref, 'XYZ', PDFNumber.of(Math.round(x)), PDFNumber.of(Math.round(y)), PDFNull])
}

/** Points that are shown above a heading. */
const ABOVE = 8
