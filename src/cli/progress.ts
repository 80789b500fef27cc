import progress from 'cli-progress'

export interface Progress {
  /** `total` where it becomes known or changes on the way. */
  show(done: number, name: string, total?: number): void
  /** A line above the bar. */
  print(line: string): void
  stop(): void
}

/** `████░░░░ 12/40 · 3.1/s · 9s left · 118-KH-UBND.pdf` on stderr; gone when stopped. */
export function startProgress(total: number, unit: 'file' | 'page'): Progress {
  const bars = new progress.MultiBar(
    {
      stream: process.stderr,
      clearOnComplete: true,
      format: `{bar} {value}/{total} ${unit}s · {rate}/s · {eta_formatted} left · {name}`,
      barsize: 24,
    },
    progress.Presets.shades_classic,
  )
  const bar = bars.create(total, 0, { rate: '–', name: '' })
  const started = performance.now()
  return {
    show(done, name, newTotal) {
      if (newTotal !== undefined) bar.setTotal(newTotal)
      const seconds = (performance.now() - started) / 1000
      bar.update(done, { name, rate: done > 0 ? (done / seconds).toFixed(1) : '–' })
    },
    print: line => bars.log(`${line}\n`),
    stop: () => bars.stop(),
  }
}
