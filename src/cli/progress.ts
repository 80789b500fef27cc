import { createRequire } from 'node:module'
import { t } from './language/language.ts'

export interface Progress {
  /** `total` where it becomes known or changes on the way. */
  show(done: number, name: string, total?: number): void
  /** A line above the bar. */
  print(line: string): void
  stop(): void
}

/** `████░░░░ 12/40 files · 3.1/s · 9s left · 118-KH-UBND.pdf` on stderr; gone when stopped or when the program ends. */
export function startProgress(total: number, unit: 'file' | 'page'): Progress {
  // Loaded here since most commands show no bar.
  const progress = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress')
  const bars = new progress.MultiBar(
    {
      stream: process.stderr,
      clearOnComplete: true,
      format: `{bar} {value}/{total} ${t(unit === 'file' ? 'files' : 'pages')} · {rate} · {left} · {name}`,
      barsize: 24,
    },
    progress.Presets.shades_classic,
  )
  const bar = bars.create(total, 0, { ...pace(0, total, 0), name: '' })
  const started = performance.now()
  const stop = (): void => bars.stop() // gives the terminal back its line wrap
  process.once('exit', stop)
  return {
    show(done, name, newTotal) {
      if (newTotal !== undefined) bar.setTotal(newTotal)
      bar.update(done, { ...pace(done, bar.getTotal(), (performance.now() - started) / 1000), name })
    },
    print: line => bars.log(`${line}\n`),
    stop() {
      process.off('exit', stop)
      stop()
    },
  }
}

/** Rate and time left, in words; nothing is known before the first is done. */
function pace(done: number, total: number, seconds: number): { rate: string; left: string } {
  if (done === 0) return { rate: '–/s', left: t('time left –') }
  const left = Math.round(((total - done) * seconds) / done)
  const minutes = Math.floor(left / 60)
  return {
    rate: `${(done / seconds).toFixed(1)}/s`,
    left:
      minutes > 0
        ? t('{minutes}m {seconds}s left', { minutes, seconds: left % 60 })
        : t('{seconds}s left', { seconds: left }),
  }
}
