/** Share of the font's size that a word is marked above and below its base line, in thousandths. */
export const ASCENT = 780
export const DESCENT = -220
const UNITS = 1000

/**
 * A TrueType font that prints nothing: a glyph for each width, whose outline is one line from the lower left to the
 * upper right corner. It encloses no area, so that nothing shows even where a program forgets that the text is
 * invisible, but has the bounds from which viewers take the box that they mark.
 *
 * @param widths of glyphs 1, 2, …, in thousandths of the size
 * @param glyphOfCode the glyph of each of the 256 codes; 0 for none
 */
export function invisibleFont(widths: readonly number[], glyphOfCode: Uint8Array): Uint8Array {
  const outlines = [Buffer.alloc(0), ...widths.map(outline)]
  const offsets = [0]
  for (const each of outlines) offsets.push(offsets.at(-1)! + each.length)
  const advances = [UNITS / 2, ...widths]
  const widest = Math.max(...advances)
  return assemble({
    cmap: bytes(u16(0, 1, 1, 0), u32(12), u16(0, 262, 0), Buffer.from(glyphOfCode)),
    glyf: Buffer.concat(outlines),
    head: bytes(
      u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      u16(0x0b, UNITS),
      u32(0, 0, 0, 0), // no date, so that the same font is the same bytes
      u16(0, DESCENT, widest, ASCENT, 0, 8, 2, 0, 0),
    ),
    hhea: bytes(
      u32(0x00010000),
      u16(ASCENT, DESCENT, 0, widest, 0, 0, widest, 1, 0, 0, 0, 0, 0, 0, 0, advances.length),
    ),
    hmtx: u16(...advances.flatMap(advance => [advance, 0])),
    loca: u16(...offsets.map(offset => offset / 2)),
    maxp: bytes(u32(0x00010000), u16(advances.length, 2, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)),
    post: bytes(u32(0x00030000, 0), u16(-100, 50), u32(0, 0, 0, 0, 0)),
  })
}

/** A contour of two points on the curve. */
function outline(width: number): Buffer {
  return bytes(
    u16(1, 0, DESCENT, width, ASCENT, 1, 0), // one contour; bounds; its last point; no instructions
    Buffer.from([0x01, 0x01]), // both on the curve, with coordinates of two bytes
    u16(0, width, DESCENT, ASCENT - DESCENT),
  )
}

/** Tables with their directory and checksums (OpenType 1.9, "Organization of an OpenType Font"). */
function assemble(tables: Record<string, Buffer>): Uint8Array {
  const names = Object.keys(tables).sort()
  const power = Math.floor(Math.log2(names.length))
  const range = 16 * 2 ** power
  const directory: Buffer[] = [u32(0x00010000), u16(names.length, range, power, 16 * names.length - range)]
  let offset = 12 + 16 * names.length
  const parts: Buffer[] = []
  for (const name of names) {
    const table = tables[name]!
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    directory.push(Buffer.from(name), u32(checksum(padded), offset, table.length))
    parts.push(padded)
    offset += padded.length
  }
  const font = Buffer.concat([...directory, ...parts])
  const head =
    12 +
    16 * names.length +
    names.slice(0, names.indexOf('head')).reduce((sum, name) => sum + ((tables[name]!.length + 3) & ~3), 0)
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8)
  return font
}

function checksum(padded: Buffer): number {
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

function bytes(...parts: Buffer[]): Buffer {
  return Buffer.concat(parts)
}

function u16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(2 * values.length)
  values.forEach((value, index) => {
    buffer.writeUInt16BE(value & 0xffff, 2 * index)
  })
  return buffer
}

function u32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length)
  values.forEach((value, index) => {
    buffer.writeUInt32BE(value >>> 0, 4 * index)
  })
  return buffer
}
