import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds package.json, as a file URL ending in `/`: the same whether the program runs from `src/`
 * or from the build in `dist/src/`.
 */
export const packageRoot: URL = findRoot(new URL('./', import.meta.url))

function findRoot(from: URL): URL {
  for (let folder = from; folder.pathname !== '/'; folder = new URL('../', folder))
    if (existsSync(new URL('package.json', folder))) return folder
  throw new Error(`no package.json above ${fileURLToPath(from)}`)
}

/** Path of a file that ships with the package, e.g. `packagePath('models/language.bin')`. */
export function packagePath(relative: string): string {
  return fileURLToPath(new URL(relative, packageRoot))
}
