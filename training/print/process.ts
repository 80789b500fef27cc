import { spawn } from 'node:child_process'

/**
 * Runs an outside program to its end and gives what it wrote to standard output.
 * @throws Error with the program's own words when it cannot be started or fails.
 */
export function run(
  program: string,
  args: readonly string[],
  options: { input?: Uint8Array; env?: Record<string, string> } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...options.env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', cause => reject(new Error(`${program} could not be started`, { cause })))
    child.on('close', code => {
      if (code === 0) resolve(Buffer.concat(out))
      else reject(new Error(`${program} ended with ${code}: ${Buffer.concat(err).toString().slice(-2000)}`))
    })
    // A program may end before it has read everything; its exit code tells the story then.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input)
  })
}
