import { assetsOf } from '../assets.ts'
import { type Content, html, json, type Markup } from '../markup.ts'
import { both, label } from '../messages.ts'

/** A whole page around its body, with its style, script and data inside, so that it needs nothing from elsewhere. */
export function pageShell(page: 'document' | 'batch', title: string, body: Content, data: unknown): string {
  const { style, script, policy } = assetsOf(page)
  return html`<!doctype html>
<html lang="vi" data-language="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
${style}
</head>
<body>
${body}
<script type="application/json" id="data">${json(data)}</script>
${script}
</body>
</html>
`.source
}

/** A page that says one thing. */
export function noticePage(title: string, content: Content, refreshSeconds?: number): string {
  const { style, policy } = assetsOf('notice')
  return html`<!doctype html>
<html lang="vi" data-language="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refreshSeconds !== undefined && html`<meta http-equiv="refresh" content="${refreshSeconds}">`}
<title>${title}</title>
<link rel="icon" href="data:,">
${style}
</head>
<body><main class="notice">${content}</main></body>
</html>
`.source
}

/** The buttons that every page has. */
export function settingsButtons(): Markup {
  return html`<button type="button" id="language">${both('language')}</button>
<button type="button" id="theme" class="icon" ${label('theme')}><span aria-hidden="true">◐</span></button>`
}
