import { readFileSync } from 'node:fs'
import { packagePath } from '../package-root.ts'
import { keyOf } from './words.ts'

/** From this day on there are no districts; communes were merged and stand directly under the province. */
export const REFORM = '2025-07-01'

interface District {
  /** `huyen me linh`, `ha noi` … as keys to compare by. */
  name: string
  province: string
  communes: string[]
}

let districts: District[] | undefined

/**
 * The communes that carry on a district of before the reform of July 2025:
 *
 *     huyện Mê Linh  →  Xã Mê Linh, Xã Quang Minh, Xã Tiến Thắng, Xã Yên Lãng
 *
 * They are known by their codes: a commune after the reform has the code of one of those that went into it. The name may
 * stand without `huyện`, and with the province after a comma; districts of one name are all taken.
 */
export function successorsOf(district: string): string[] {
  districts ??= read()
  const [name = '', province] = district.split(',').map(keyOf)
  return districts
    .filter(
      each => each.name === name || each.name.replace(/^ (?:huyen|quan|thi xa|thanh pho)(?= )/, '') === name,
    )
    .filter(each => province === undefined || each.province.endsWith(province))
    .flatMap(({ communes }) => communes)
}

function read(): District[] {
  return readFileSync(packagePath('grammars/vocabularies/successors.tsv'), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [unit = '', communes = ''] = line.split('\t')
      const [name = '', province = ''] = unit.split(', ')
      return { name: keyOf(name), province: keyOf(province), communes: communes.split('; ') }
    })
}
