import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'

/**
 * pdfium compiled to WebAssembly, started once in a process (or a thread of it). All that it is given and all that it
 * makes lies in a memory of its own, so that no file can reach beyond it; nothing in it runs scripts.
 */
export interface Pdfium extends WrappedPdfiumModule {
  readonly pdfium: WrappedPdfiumModule['pdfium'] & Heap
}

/** Views of its memory, made anew whenever it grows: never to be kept. */
interface Heap {
  readonly HEAPU8: Uint8Array
  readonly HEAP32: Int32Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
}

/** Its memory never shrinks; once one document has made it larger than this, the next begins with a new one. */
const LARGEST = 256 * 1024 * 1024

let running: Promise<Pdfium> | undefined
let users = 0

export async function takePdfium(): Promise<Pdfium> {
  users++
  running ??= start()
  try {
    return await running
  } catch (error) {
    users--
    running = undefined
    throw error
  }
}

/** @param state broken where it trapped or ran out of memory, after which nothing in it can be trusted */
export function givePdfium(pdfium: Pdfium, state: 'sound' | 'broken'): void {
  users--
  if (state === 'broken' || (users === 0 && pdfium.pdfium.HEAPU8.length > LARGEST)) running = undefined
}

async function start(): Promise<Pdfium> {
  const { init } = await import('@embedpdf/pdfium')
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  // What it would report to the console, the errors tell; what is thrown at once instead of an exit can be caught.
  const quiet = { wasmBinary: wasm.buffer as ArrayBuffer, print: () => {}, printErr: () => {} }
  const pdfium = (await init(quiet as never)) as Pdfium
  pdfium.PDFiumExt_Init()
  return pdfium
}
