import { describe, expect, it } from 'vitest'
import { packagePath } from '../../package-root.ts'
import { loadChannel } from './channel.ts'
import { SymbolParts, SymbolRepair } from './symbols.ts'

const repair = new SymbolRepair(
  SymbolParts.load(packagePath('models/symbols.tsv')),
  loadChannel('eng', packagePath('models/channel-eng.tsv')),
)

describe('symbols of documents', () => {
  it.each([
    ['284/QD-UBND', '284/QĐ-UBND'],
    ['15/QDP-UBND', '15/QĐ-UBND'],
    ['09-NQ/PU', '09-NQ/ĐU'],
    ['24/CD-TIg', '24/CĐ-TTg'],
    ['05-KH/UBKTDBU', '05-KH/UBKTĐU'],
    // in no list
    ['12/KH-PTHTX', '12/KH-PTHTX'],
    ['62/NQ-UBTVQH15', '62/NQ-UBTVQH15'],
  ])('%s is %s', (read, printed) => {
    expect(repair.repair(read)?.text).toBe(printed)
  })

  it('are told from other words', () => {
    expect(repair.repair('tuyén')).toBeUndefined()
  })
})
