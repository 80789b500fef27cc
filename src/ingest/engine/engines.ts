import type { EngineName } from '../options.ts'
import type { Engine } from './engine.ts'
import { InstalledEngine } from './installed.ts'
import { TesseractJsEngine } from './tesseract-js.ts'

const engines = new Map<EngineName, Engine>()

/** The engine of that name, started once in a process (or a thread of it) and shared. */
export function engineOf(name: EngineName = 'tesseract.js'): Engine {
  let engine = engines.get(name)
  if (!engine) {
    engine = name === 'tesseract' ? new InstalledEngine() : new TesseractJsEngine()
    engines.set(name, engine)
  }
  return engine
}

/** Ends the engines' workers. Idle ones don't keep the process alive, so that only tests and servers need it. */
export async function closeEngines(): Promise<void> {
  const running = [...engines.values()]
  engines.clear()
  await Promise.all(running.map(engine => engine.close()))
}
