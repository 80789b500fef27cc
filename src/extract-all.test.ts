import { expect, test } from 'vitest'
import { extractAll } from './extract-all.ts'

const text = (title: string): Uint8Array =>
  Buffer.from(`KẾ HOẠCH\n${title}\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức.\n`)

async function* failing(): AsyncGenerator<Uint8Array> {
  yield text('Một')
  throw new Error('the connection was lost')
}

test('results come in the order of the inputs, an input that fails among them', async () => {
  const results = []
  const inputs = [text('Trồng cây'), new Uint8Array(), '/không/có.txt', failing(), text('Dọn vệ sinh')]
  for await (const result of extractAll(inputs, { jobs: 1 }))
    results.push(result.error?.code ?? result.plan?.header.title)
  expect(results).toEqual(['Trồng cây', 'E_EMPTY', 'E_NOT_FOUND', 'E_INTERNAL', 'Dọn vệ sinh'])
})

test('a caller who has seen enough stops the work', async () => {
  const taken: string[] = []
  function* endless(): Generator<Uint8Array> {
    for (let number = 1; ; number++) {
      taken.push(String(number))
      yield text(`Kế hoạch ${number}`)
    }
  }
  for await (const { plan } of extractAll(endless(), { jobs: 1 })) if (plan) break
  expect(taken).toEqual(['1'])
})

test('an aborted signal makes what is left an E_ABORTED', async () => {
  const signal = AbortSignal.abort()
  for await (const { error } of extractAll([text('Một')], { jobs: 1, signal }))
    expect(error?.code).toBe('E_ABORTED')
})
