import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { packagePath } from '../package-root.ts'
import { html, Markup } from './markup.ts'

/** Script and style of a page, which stand in it, and the policy that lets it run those and nothing else. */
export interface Assets {
  style: Markup
  script: Markup
  /** Value of `Content-Security-Policy`. */
  policy: string
}

const loaded = new Map<string, Assets>()

/** Made from `client/` by `npm run build`. */
export function assetsOf(page: 'document' | 'batch' | 'notice'): Assets {
  const found = loaded.get(page) ?? load(page)
  loaded.set(page, found)
  return found
}

function load(page: string): Assets {
  const script = page === 'notice' ? '' : read(`${page}.js`)
  const style = read(`${page}.css`)
  return {
    style: html`<style>${new Markup(style)}</style>`,
    script: html`<script type="module">${new Markup(script)}</script>`,
    // A page that is opened from a folder has no origin; its pictures lie beside it.
    policy: [
      "default-src 'none'",
      "img-src 'self' file: data:",
      `style-src '${hash(style)}'`,
      `script-src '${hash(script)}'`,
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  }
}

function read(file: string): string {
  return readFileSync(packagePath(`dist/src/report/client/${file}`), 'utf8').trim()
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
