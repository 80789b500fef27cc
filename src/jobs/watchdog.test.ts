import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { beatWhile, Watchdog } from './watchdog.ts'

const SECONDS = 0.4

test('a thread that is stuck in a call is noticed, and can be ended', async () => {
  const watchdog = new Watchdog(SECONDS)
  const stuck = `
    const { workerData } = require('node:worker_threads')
    Atomics.add(workerData, 0, 1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`
  const thread = new Worker(stuck, { eval: true, workerData: watchdog.beats })
  await new Promise(resolve => watchdog.signal.addEventListener('abort', resolve))
  await thread.terminate()
  watchdog.close()
  expect(watchdog.error).toMatchObject({ code: 'E_TIMEOUT', message: expect.stringContaining('0.4 s') })
})

test('work that takes longer but lets go in between goes on', async () => {
  const watchdog = new Watchdog(SECONDS)
  const done = await beatWhile(watchdog.beats, SECONDS, async () => {
    for (let round = 0; round < 10; round++) await new Promise(resolve => setTimeout(resolve, 100))
    return 'done'
  })
  watchdog.close()
  expect(done).toBe('done')
  expect(watchdog.error).toBeUndefined()
})

test('work that waits for its turn is not given up', async () => {
  const watchdog = new Watchdog(0.1)
  await new Promise(resolve => setTimeout(resolve, 300))
  watchdog.close()
  expect(watchdog.signal.aborted).toBe(false)
})
