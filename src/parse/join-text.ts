/** One line after another: `QĐ-` and `TTg` are one word again, `Thi đua -` and `Khen thưởng` stay apart. */
export function joinText(above: string, below: string): string {
  if (above === '') return below
  const broken = /[\p{L}\p{N}][-–]$/u.test(above) || (/\d\/$/.test(above) && /^\p{Lu}/u.test(below))
  const symbol = /\d$/.test(above) && /^\/\p{Lu}/u.test(below)
  return broken || symbol ? above + below : `${above} ${below}`
}
