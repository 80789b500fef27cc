import { type Language, type MessageKey, message } from '../messages.ts'

/** What a person chose for all pages: language and light or dark. Kept by the browser where it keeps anything. */

const LANGUAGE = 'plan-extract:language'
const THEME = 'plan-extract:theme'

let language: Language = 'vi'
const listeners: (() => void)[] = []

/** A message in the present language. */
export function say(key: MessageKey, fields?: Record<string, string | number>): string {
  return message(key, language, fields)
}

/** Called when the language has changed. */
export function onLanguage(listener: () => void): void {
  listeners.push(listener)
}

export function startSettings(): void {
  const kept = read(LANGUAGE)
  setLanguage(kept === 'vi' || kept === 'en' ? kept : navigator.language.startsWith('en') ? 'en' : 'vi')
  const theme = read(THEME)
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  element('language').addEventListener('click', () => {
    setLanguage(language === 'vi' ? 'en' : 'vi')
    keep(LANGUAGE, language)
    for (const listener of listeners) listener()
  })
  element('theme').addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    keep(THEME, next)
  })
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

function setLanguage(to: Language): void {
  language = to
  const root = document.documentElement
  root.lang = to
  root.dataset.language = to
  for (const named of root.querySelectorAll<HTMLElement>('[data-label]')) {
    const { label, fields } = named.dataset
    const text = say(label as MessageKey, fields ? JSON.parse(fields) : undefined)
    if (named instanceof HTMLInputElement) named.placeholder = text
    named.setAttribute('aria-label', text)
  }
}

/** What the browser keeps under a name; undefined where it keeps nothing. */
export function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined // storage is forbidden here
  }
}

/** The names that begin so under which the browser keeps something. */
export function namesFrom(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(prefix))
  } catch {
    return []
  }
}

/** False where the browser refuses to keep it. */
export function keep(name: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
    return true
  } catch {
    return false
  }
}

/** An element that the page surely has. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind
}

/** A new element with attributes and children; strings are text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** The same for a drawing. */
export function draw(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}
