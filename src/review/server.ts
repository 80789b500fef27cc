import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import { reviewApp } from './app.ts'
import type { Library } from './library.ts'

export interface ReviewServer {
  /** With the secret that lets a browser in. */
  url: string
  close(): Promise<void>
}

/**
 * Starts the server on this computer's own address, which no other computer reaches.
 *
 * @param port 0 for one that is free
 * @throws PlanExtractError E_USAGE where the port is taken
 */
export async function startReview(
  library: Library,
  port: number,
  write: (path: string, text: string) => void,
): Promise<ReviewServer> {
  const token = randomBytes(18).toString('base64url')
  const app = reviewApp(library, token, write)
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', () => resolve())
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new PlanExtractError(
          'E_USAGE',
          say('port {port} cannot be used ({code})', { port, code: cause.code ?? cause.message }),
          {
            hint: say('Give another --port, or none for one that is free.'),
            cause,
          },
        ),
      ),
    )
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/${token}/`,
    async close() {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await library.close()
    },
  }
}
