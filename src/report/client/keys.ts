import { element, keep, make, onLanguage, read, say } from './settings.ts'

export interface KeyActions {
  step(by: 1 | -1): void
  choose(number: number): void
  edit(): void
  same(): void
  undo(): void
  join(): void
  save(): void
  view(): void
}

const OFF = 'plan-extract:keys-off'

/** Single letters, which a person can turn off, as those who speak to their computer must. */
export function startKeys(actions: KeyActions): void {
  const dialog = element<HTMLDialogElement>('help-dialog')
  const byKey: Record<string, () => void> = {
    n: () => actions.step(1),
    p: () => actions.step(-1),
    e: actions.edit,
    a: actions.same,
    u: actions.undo,
    j: actions.join,
    s: actions.save,
    v: actions.view,
    '?': () => dialog.showModal(),
  }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return
    if (isTyping(event.target) || read(OFF)) return
    const action = /^[1-5]$/.test(event.key) ? () => actions.choose(Number(event.key)) : byKey[event.key]
    if (!action) return
    event.preventDefault()
    action()
  })
  element('help').addEventListener('click', () => dialog.showModal())
  const show = (): void => dialog.replaceChildren(...help(dialog))
  show()
  onLanguage(show)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
}

function help(dialog: HTMLDialogElement): HTMLElement[] {
  const rows: [string, string][] = [
    ['n p', say('helpNext')],
    ['1 – 5', say('helpChoose')],
    ['e', say('helpEdit')],
    ['a', say('helpSame')],
    ['j', say('helpJoin')],
    ['u', say('helpUndo')],
    ['s', say('helpSave')],
    ['v', say('helpView')],
    ['?', say('helpHelp')],
  ]
  const list = make('dl', { class: 'keys' })
  for (const [keys, what] of rows)
    list.append(make('div', {}, make('dt', {}, make('kbd', {}, keys)), make('dd', {}, what)))
  const on = make('input', { type: 'checkbox', id: 'keys-on' })
  on.checked = !read(OFF)
  on.addEventListener('change', () => keep(OFF, on.checked ? undefined : 'off'))
  const close = make('button', { type: 'button', class: 'main' }, say('close'))
  close.addEventListener('click', () => dialog.close())
  return [
    make('h2', {}, say('help')),
    list,
    make('p', {}, make('label', { for: 'keys-on' }, on, ' ', say('keysOn'))),
    close,
  ]
}
