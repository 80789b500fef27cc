import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core'

/** A Chromium of this machine: where CHROMIUM says, or at one of the usual places. */
export const chromium: string | undefined = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find(path => path !== undefined && existsSync(path))

/** Started once for a file of tests, which closes it. */
export async function startBrowser(options: LaunchOptions = {}): Promise<Browser> {
  // In containers Chromium can't make its sandbox; the pages here are the program's own.
  return await puppeteer.launch({ executablePath: chromium!, args: ['--no-sandbox'], ...options })
}

/** A new page with a list of all that goes wrong in it, which a test expects to be empty. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage()
  const wrong: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warn') wrong.push(message.text())
  })
  page.on('pageerror', error => wrong.push(String(error)))
  page.on('dialog', dialog => {
    wrong.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.setViewport({ width: 1440, height: 900 })
  await page.goto(url)
  return { page, wrong }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds against WCAG 2.2 and its own best practices: rule, and the first element that breaks it.
 *
 * @param rules the only ones that are asked about; all if none are named
 */
export async function violations(page: Page, ...rules: string[]): Promise<string[]> {
  await page.evaluate(axe)
  return await page.evaluate(async rules => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: { runOnly?: string[] }): Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
        }>
      }
    }
    const { violations } = await axe.run(rules.length > 0 ? { runOnly: rules } : {})
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary}`,
    )
  }, rules)
}
