import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { chromium, openPage, startBrowser, violations } from './browser.ts'
import { copyFixture, emptyFolder, run } from './program.ts'

/** The pages as a person meets them: in a browser, by keyboard. */

const NAME = 'ke-hoach-tiem-chung-mo-rong'

describe.skipIf(chromium === undefined)('pages in a browser (skipped where no Chromium is installed)', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })

  test('word and ink show each other; doubts are met by keyboard; what is corrected is in the next plan', async () => {
    const folder = emptyFolder()
    copyFixture(`${NAME}.garbled.pdf`, folder, 'a.pdf')
    const made = await run(['a.pdf', '--pages', '1', '-o', 'plans/', '--report', 'pages'], { cwd: folder })
    expect(made.stderr).toContain('pages to look at: pages/index.html')
    const { page, wrong } = await openPage(browser, pathToFileURL(join(folder, 'pages/a/index.html')).href)

    await page.hover('#p1l6 .w')
    const mark = (await (await page.$('.marks .hover'))!.boundingBox())!
    await page.mouse.move(5, 5)
    expect(await page.$('.marks .hover')).toBeNull()
    await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2)
    expect(await text(page, '.w.hover')).toBe(await text(page, '#p1l6 .w'))

    const all = Number(
      await text(page, '#progress-text').then(shown => /(\d+)\D*$/.exec(shown.replace(/\D+$/, ''))![1]),
    )
    const seen = new Set<string>()
    for (let doubt = 0; doubt < all; doubt++) {
      await page.keyboard.press('n')
      seen.add(await text(page, '.lens-head p'))
    }
    expect(seen.size).toBe(all)
    expect(all).toBeGreaterThan(5)

    do
      await page.keyboard.press('n') // round from the first to one with a choice
    while ((await page.$$('.choices li')).length < 2)
    const before = await text(page, '.choices li:first-child .choice')
    await page.keyboard.press('2')
    expect(await page.$$('.w.settled')).not.toHaveLength(0)
    await page.keyboard.press('p')
    expect(await text(page, '.lens .context strong')).not.toBe(before)
    await page.click('#p1l19 .w:nth-child(3)') // a word of the body, all of which is in the plan
    await page.keyboard.press('e')
    await page.keyboard.type('Tây Trúc')
    await page.keyboard.press('Enter')

    await page.click('#p1l8 .w:nth-child(2)')
    await page.keyboard.press('j')
    await page.keyboard.type('Ghép')
    await page.keyboard.press('Enter')
    expect(await text(page, '#p1l8 .w:nth-child(3)')).toBe('')

    // The same by pointing, and back.
    await page.click('#p1l8 .w:nth-child(4)')
    const separate = await text(page, '.lens .context strong')
    await page.click('.after button:last-child')
    expect(await text(page, '.lens .context strong')).toContain(`${separate} `)
    await page.click('.after button:first-child')
    expect(await text(page, '.lens .context strong')).toBe(separate)

    const saved = await download(page, folder, () => page.keyboard.press('s'))
    expect(saved).toBe('a.corrections.yaml')
    await run(['a.pdf', '--pages', '1', '-o', 'plans/', '--report', 'pages'], { cwd: folder })
    expect(readFileSync(join(folder, 'plans/a.plan.json'), 'utf8')).toContain('Tây Trúc')

    await page.reload()
    expect(await text(page, '#p1l8')).toContain('Ghép')
    expect(await page.$$eval('.w.settled', words => words.map(word => word.textContent))).toContain(
      'Tây Trúc',
    )
    expect(await text(page, '#save')).not.toContain('(')
    expect(wrong).toEqual([])
  })

  test('nobody is kept out: axe finds nothing on any part of the pages, light and dark', async () => {
    const folder = emptyFolder()
    copyFixture('ke-hoach-chuyen-doi-so.ocr.txt', folder, 'a.txt')
    copyFixture('ke-hoach-cai-cach-hanh-chinh.pdf', folder, 'b.pdf')
    await run(['report', 'a.txt', '--pages', '1', '-o', 'pages/text'], { cwd: folder })
    await run(['report', 'b.pdf', '--pages', '3', '-o', 'pages'], { cwd: folder })
    for (const address of ['text/index.html', 'text/a/index.html', 'b/index.html']) {
      const { page, wrong } = await openPage(browser, pathToFileURL(join(folder, 'pages', address)).href)
      if (address !== 'text/index.html') {
        await page.keyboard.press('n')
        await page.keyboard.press('1')
        await page.$$eval('[role=tabpanel]', panels => {
          for (const panel of panels) panel.removeAttribute('hidden')
        })
      }
      const scheme = (value: string) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      await scheme('light')
      expect(await violations(page), `${address}, light`).toEqual([])
      await scheme('dark') // which differs in nothing but colours
      expect(await violations(page, 'color-contrast'), `${address}, dark`).toEqual([])
      await page.keyboard.press('?')
      expect(await violations(page), `${address}, help`).toEqual([])
      expect(wrong).toEqual([])
      await page.close()
    }
  })

  test('hostile text shows as text and breaks no page', async () => {
    const folder = emptyFolder()
    const long = 'x'.repeat(10_000)
    const hostile = [
      `ỦY BAN NHÂN DÂN XÃ <script>window.pwned=1</script>`,
      'KẾ HOẠCH',
      `Tuyên truyền "><img src=x onerror=window.pwned=1> \u202eabc\u202c ${long}`,
      `I. MỤC ĐÍCH </script><script>window.pwned=1</script>`,
      `1. Ủy ban nhân dân <!-- ' " \` & &lt; ]]> {{x}}`,
    ]
    writeFileSync(join(folder, 'a"><b>.txt'), hostile.join('\n'))
    await run(['report', '.', '-o', 'pages'], { cwd: folder })
    const list = await openPage(browser, pathToFileURL(join(folder, 'pages/index.html')).href)
    expect(await text(list.page, '.batch tbody')).toContain('a"><b>.txt')
    const { page, wrong } = await openPage(
      browser,
      await list.page.$eval('.batch tbody a', link => (link as never as URL).href),
    )
    for (const key of ['n', '1', 'v', 'v'] as const) await page.keyboard.press(key)
    for (const tab of ['plan', 'warnings']) await page.click(`#tab-${tab}`)
    expect(await page.evaluate(() => (globalThis as { pwned?: number }).pwned)).toBeUndefined()
    expect(await text(page, '#text')).toContain('<script>window.pwned=1</script>')
    expect(await text(page, '#text')).toContain(long)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    expect([...wrong, ...list.wrong]).toEqual([])
  })

  test('the server writes what two tabs correct at the same time, and neither loses anything', async () => {
    const folder = emptyFolder()
    copyFixture('ke-hoach-chuyen-doi-so.ocr.txt', folder, 'a.txt')
    const list = await openPage(browser, await serve(folder))
    const href = await list.page.$eval('.batch tbody a', link => (link as never as URL).href)
    const tabs = [await openDocument(browser, href), await openDocument(browser, href)]
    const file = join(folder, 'a.corrections.yaml')
    for (const [index, { page }] of tabs.entries()) {
      await page.bringToFront()
      for (let step = 0; step <= index; step++) await page.keyboard.press('n')
      await page.keyboard.press('e')
      await page.keyboard.type(`Tay${index}`)
    }
    // Both over the same version: the second is refused, puts its own over what is there, and tries again.
    await Promise.all(
      tabs.map(({ page }) =>
        page.$eval('.typing', form => (form as never as { requestSubmit(): void }).requestSubmit()),
      ),
    )
    await expect
      .poll(() => existsSync(file) && readFileSync(file, 'utf8'), { timeout: 30_000 })
      .toMatch(/Tay0[\s\S]*Tay1|Tay1[\s\S]*Tay0/)
    await tabs[0]!.page.bringToFront()
    await tabs[0]!.page.waitForFunction('document.querySelector("#text").textContent.includes("Tay1")')
    const conflicts = tabs.flatMap(({ wrong }) => wrong).filter(each => !each.includes('412'))
    expect([...conflicts, ...list.wrong]).toEqual([])
  })
})

async function text(page: Page, selector: string): Promise<string> {
  return await page.$eval(selector, element => element.textContent ?? '')
}

/** The name of the file that an action makes the page save into the folder. */
async function download(page: Page, folder: string, act: () => Promise<void>): Promise<string> {
  const session = await page.createCDPSession()
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
  const before = new Set(readdirSync(folder))
  await act()
  const come = () =>
    readdirSync(folder).find(
      name => !before.has(name) && !name.endsWith('.crdownload') && !name.startsWith('.'),
    )
  await expect.poll(come, { timeout: 30_000 }).toBeDefined()
  return come()!
}

/** The server is reading the document at first. */
async function openDocument(browser: Browser, url: string): Promise<{ page: Page; wrong: string[] }> {
  const opened = await openPage(browser, url)
  await opened.page.waitForSelector('#lens .lens-head', { timeout: 60_000 })
  return opened
}

/** Starts the server for one test; its address. */
async function serve(folder: string): Promise<string> {
  const program = join(import.meta.dirname, '../bin/plan-extract.js')
  const server = spawn(process.execPath, [program, 'review', folder])
  onTestFinished(() => {
    server.kill()
  })
  server.stdout.setEncoding('utf8')
  for await (const part of server.stdout) return String(part).trim()
  throw new Error('the server has ended')
}
