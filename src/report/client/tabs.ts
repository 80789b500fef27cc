import { element } from './settings.ts'

/** Tabs after the ARIA practices: arrows go from tab to tab, what is chosen shows at once. */
export function startTabs(): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')]
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => select(tabs, tab))
    tab.addEventListener('keydown', event => {
      const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key]
      if (target === undefined) return
      event.preventDefault()
      const next = tabs[(target + tabs.length) % tabs.length]!
      select(tabs, next)
      next.focus()
    })
  }
}

function select(tabs: readonly HTMLElement[], chosen: HTMLElement): void {
  for (const tab of tabs) {
    const isChosen = tab === chosen
    tab.setAttribute('aria-selected', String(isChosen))
    tab.tabIndex = isChosen ? 0 : -1
    element(tab.getAttribute('aria-controls')!).hidden = !isChosen
  }
}
