import type { z } from 'zod'
import type { PlaceSchema } from '../../schemas/plan.ts'
import type { Place } from '../document.ts'

export type PlanPlace = z.infer<typeof PlaceSchema>

/** A place as the plan writes it: coordinates to a tenth of a point, which is finer than any scan. */
export function placeOf({ page, line, endLine, bbox }: Place | PlanPlace): PlanPlace {
  const place: PlanPlace = { page }
  if (line !== undefined) place.line = line
  if (endLine !== undefined) place.endLine = endLine
  if (bbox)
    place.bbox = bbox.map(coordinate => Math.round(coordinate * 10) / 10) as [number, number, number, number]
  return place
}

/** From the first place to the last, as far as they stand on one page. */
export function span(places: readonly Place[]): PlanPlace | undefined {
  const [first] = places
  const last = places.at(-1)
  if (!first || !last) return undefined
  const place = placeOf(first)
  const { bbox: _, ...whole } = place
  if (places.length === 1) return place
  const endLine = last.page === first.page ? (last.endLine ?? last.line) : undefined
  return endLine === undefined ? whole : { ...whole, endLine }
}
