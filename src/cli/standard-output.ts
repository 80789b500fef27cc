import { once } from 'node:events'
import { say } from '../said.ts'
import { EXIT } from './exit-codes.ts'
import { t, told } from './language/language.ts'

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

/**
 * A reader that closes the pipe (`| head`) has seen enough: the program ends without a word. Where the disk that the
 * output goes to is full, it says so.
 */
export function endOnFailedOutput(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code = 'EIO' }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') process.exit(EXIT.done)
      const message = told(say('{path} cannot be written ({code})', { path: '-', code }))
      if (stream === process.stdout) process.stderr.write(`${t('error:')} ${message} (E_WRITE)\n`)
      process.exit(EXIT.someFailed)
    })
}
