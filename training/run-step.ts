import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Runs a program of the training in a process, and so a memory, of its own; ends this one if it fails.
 *
 * @param program where it lies; `new URL('build.ts', import.meta.url)` is the one beside the caller
 */
export function runStep(program: URL, ...options: string[]): void {
  const command = ['--import', 'tsx', fileURLToPath(program), ...options]
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
