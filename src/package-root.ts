import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NAME = 'plan-extract'

/**
 * The folder that holds the package's package.json, as a file URL ending in `/`: the same whether the program runs from
 * `src/`, from the build in `dist/src/`, or from a bundle of someone's own beside which the package is installed.
 */
export const packageRoot: URL = findRoot(new URL('./', import.meta.url))

function findRoot(from: URL): URL {
  for (let folder = from; folder.pathname !== '/'; folder = new URL('../', folder)) {
    const file = new URL('package.json', folder)
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === NAME) return folder
  }
  return new URL('./', pathToFileURL(createRequire(from).resolve(`${NAME}/package.json`)))
}

/** Path of a file that ships with the package, e.g. `packagePath('models/language.bin')`. */
export function packagePath(relative: string): string {
  return fileURLToPath(new URL(relative, packageRoot))
}
