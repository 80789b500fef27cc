import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

const PERMISSIVE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSD', '0BSD', 'Zlib']

interface Locked {
  dev?: boolean
  license?: string
}

test('what is installed with the package is licensed permissively, libvips apart, which is linked at run time', () => {
  const { packages } = json('package-lock.json') as { packages: Record<string, Locked> }
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  expect(installed.length).toBeGreaterThan(20)
  const others = installed.filter(([path, locked]) => {
    const licences = licenceOf(path, locked)
      .split(/\s+(?:AND|OR)\s+|[()]/)
      .filter(Boolean)
    const allowed = path.includes('node_modules/@img/sharp-')
      ? [...PERMISSIVE, 'LGPL-3.0-or-later']
      : PERMISSIVE
    return licences.length === 0 || licences.some(licence => !allowed.includes(licence))
  })
  expect(others).toEqual([])
  expect(readFileSync(join(root, 'NOTICE'), 'utf8')).toMatch(/libvips LGPL-3\.0/)
})

/** Old packages say it in a list, which the lock file leaves out. */
function licenceOf(path: string, { license }: Locked): string {
  if (license !== undefined) return license
  const { licenses = [] } = json(`${path}/package.json`) as { licenses?: { type: string }[] }
  return licenses.map(({ type }) => type).join(' AND ')
}
