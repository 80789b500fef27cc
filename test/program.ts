import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '..')
const program = join(root, 'bin/plan-extract.js')

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the built program in a folder; `stop` is called with the process as soon as it runs. */
export function run(
  args: string[],
  options: {
    cwd: string
    input?: string | Uint8Array
    env?: NodeJS.ProcessEnv
    stop?: (kill: (signal: NodeJS.Signals) => void) => void
  },
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: undefined, LC_ALL: 'C', ...options.env },
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (part: string) => {
      output[name] += part
    })
  child.stdin.on('error', () => {}) // a program that ends early does not read to the end
  child.stdin.end(options.input ?? '')
  options.stop?.(signal => child.kill(signal))
  return new Promise(resolve => {
    child.on('close', code => resolve({ code, ...output }))
  })
}

/** A new empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plan-extract-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Copies a fixture into a folder, under another name if one is given. */
export function copyFixture(name: string, folder: string, as = name): void {
  cpSync(join(root, 'fixtures', name), join(folder, as))
}
