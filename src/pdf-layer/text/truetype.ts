/** Share of the font's size that a word is marked above and below its base line, in thousandths. */
export const ASCENT = 780
export const DESCENT = -220
const UNITS = 1000
const ADVANCE = 500

/**
 * A TrueType font that prints nothing, with one glyph for every code: a line straight up, from below to above what letters
 * take. It encloses no area, so that nothing shows even where a program forgets that the text is invisible. Its height is
 * that of the box that viewers mark; as to its width, which is none, they go by the widths that the PDF gives for each
 * code, which the font need not repeat where its text is invisible (ISO 19005-2, 6.2.11.5).
 */
export function invisibleFont(): Uint8Array {
  const glyph = bytes(
    u16(1, 0, DESCENT, 0, ASCENT, 1, 0), // one contour; bounds; its last point; no instructions
    Buffer.from([0x01, 0x01]), // both on the curve, with coordinates of two bytes
    u16(0, 0, DESCENT, ASCENT - DESCENT),
  )
  return assemble({
    cmap: bytes(u16(0, 1, 1, 0), u32(12), u16(0, 262, 0), Buffer.alloc(256, 1)),
    glyf: glyph,
    head: bytes(
      u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      u16(0x0b, UNITS),
      u32(0, 0, 0, 0), // no date, so that the same font is the same bytes
      u16(0, DESCENT, 0, ASCENT, 0, 8, 2, 0, 0),
    ),
    hhea: bytes(u32(0x00010000), u16(ASCENT, DESCENT, 0, ADVANCE, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)),
    hmtx: u16(ADVANCE, 0, 0),
    loca: u16(0, 0, glyph.length / 2),
    maxp: bytes(u32(0x00010000), u16(2, 2, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)),
  })
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
