import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/**
 * Lets through what comes from the person's own browser and page, and nothing else: the address holds a secret, the
 * host is this computer by its number (another name that leads here is an attack), and what writes comes from a page of
 * this server.
 */
export function guard(token: string, policy: string): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context
    const host = req.header('host') ?? ''
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/.test(host))
      return context.text('wrong host', 403)
    if (!equal(req.path.split('/', 2)[1] ?? '', token)) return context.text('not found', 404)
    const writes = req.method !== 'GET' && req.method !== 'HEAD'
    if (writes && req.header('origin') !== `http://${host}`) return context.text('wrong origin', 403)
    await next()
    const { headers } = context.res
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    headers.set('content-security-policy', `${policy}; frame-ancestors 'none'`)
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('x-content-type-options', 'nosniff')
    return undefined
  }
}

/** Takes the same time wherever the texts differ. */
function equal(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
