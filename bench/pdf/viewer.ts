import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'puppeteer-core'
import { chromium, startBrowser } from '../../test/browser.ts'

/** The viewer says nothing when it has loaded a file: it is asked so many times, so many milliseconds apart. */
const ATTEMPTS = 40
const PAUSE = 250

/** Chromium's own viewer as a person uses it: the file opened, everything marked, copied. */
export class ChromiumViewer {
  readonly #browser: Browser
  readonly #clipboard: Page

  private constructor(browser: Browser, clipboard: Page) {
    this.#browser = browser
    this.#clipboard = clipboard
  }

  /** Undefined where there is no Chromium. */
  static async start(): Promise<ChromiumViewer | undefined> {
    if (!chromium) return undefined
    // The viewer is an extension that comes with Chromium.
    const browser = await startBrowser({ ignoreDefaultArgs: ['--disable-extensions'] })
    const session = await browser.target().createCDPSession()
    await session.send('Browser.grantPermissions', {
      permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
    })
    const clipboard = await browser.newPage()
    await clipboard.goto('chrome://version') // a page that may read the clipboard
    return new ChromiumViewer(browser, clipboard)
  }

  /** All text of a file as it is copied. Errors: where nothing is. */
  async copied(path: string): Promise<string> {
    await this.#inClipboard('writeText', '')
    const page = await this.#browser.newPage()
    try {
      await page.goto(pathToFileURL(path).href)
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        await new Promise(resolve => setTimeout(resolve, PAUSE))
        await page.bringToFront()
        await page.mouse.click(400, 300)
        await page.keyboard.down('Control')
        await page.keyboard.press('a')
        await page.keyboard.press('c')
        await page.keyboard.up('Control')
        const text = await this.#inClipboard('readText')
        if (text) return text
      }
      throw new Error(`nothing could be copied out of ${path}`)
    } finally {
      await page.close()
    }
  }

  async #inClipboard(call: 'readText' | 'writeText', text = ''): Promise<string> {
    await this.#clipboard.bringToFront()
    return await this.#clipboard.evaluate(
      async (call, text) => {
        const { navigator } = globalThis as unknown as {
          navigator: { clipboard: Record<string, (text: string) => Promise<string | undefined>> }
        }
        return (await navigator.clipboard[call]!(text)) ?? ''
      },
      call,
      text,
    )
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}
