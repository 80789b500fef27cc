import { once } from 'node:events'

/** Writes a result and waits while the reader is behind. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  if (text.length > 0 && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Resolves when all that was written has left the program. */
export async function flushOut(): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>(resolve => {
      stream.write('', () => resolve())
    })
}

/** A reader that closes the pipe (`| head`) has seen enough: the program ends without a word. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
}
