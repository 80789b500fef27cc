#!/usr/bin/env node
import module from 'node:module'

// Where Node has it (from 22), the compiled code is kept between runs.
module.enableCompileCache?.()
const { main } = await import('../dist/src/cli/main.js')
await main(process.argv.slice(2))
