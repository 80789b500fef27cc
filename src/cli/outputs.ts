import { type Stats, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import type { InputFile } from './inputs.ts'

/**
 * Where each input's result goes: below `folder` as the input lies below `base`, its ending replaced.
 *
 *     thu-muc/2026/118-KH.pdf → out/2026/118-KH.plan.json
 *
 * Inputs that would share an output (`a.pdf` and `a.txt` in one folder) keep their own ending in it: `a.pdf.plan.json`.
 */
export function targets(
  files: readonly InputFile[],
  folder: string,
  base: string,
  ending: string,
): Map<string, string> {
  const stems = files.map(({ path, error }) => (error ? undefined : join(place(path, base), stem(path))))
  const count = new Map<string, number>()
  for (const name of stems) if (name !== undefined) count.set(name, (count.get(name) ?? 0) + 1)
  const found = new Map<string, string>()
  files.forEach(({ path }, index) => {
    const name = stems[index]
    if (name === undefined) return
    const kept = count.get(name) === 1 ? name : join(place(path, base), basename(path))
    found.set(path, join(folder, `${kept}${ending}`))
  })
  return found
}

/** The folder of an input below the base. */
function place(path: string, base: string): string {
  return path === '-' ? '' : relative(base, resolve(dirname(path)))
}

function stem(path: string): string {
  return path === '-' ? 'stdin' : basename(path).replace(/\.[^.]+$/, '')
}

/** Several results go into a folder. Errors: E_USAGE where a file has the name. */
export function requireFolder(path: string): void {
  if (statOf(path)?.isFile())
    throw new PlanExtractError(
      'E_USAGE',
      say('-o {path} is a file, and several inputs need a folder', { path }),
      {
        hint: say('Give a folder; it is made if missing.'),
      },
    )
}

/** True for an existing folder and for a path that ends as one. */
export function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || statOf(path)?.isDirectory() === true
}

/** Undefined where nothing is there, also where the path leads through a file as if it were a folder. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
