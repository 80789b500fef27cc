#!/usr/bin/env node
const { enableCompileCache } = require('node:module')

// Where Node has it (from 22), the compiled code is kept between runs.
enableCompileCache?.()
const args = process.argv.slice(2)
if (isQuick(args)) require('../dist/src/cli/quick.cjs').main(args)
else import('../dist/src/cli/main.js').then(({ main }) => main(args))

/** Whether what is asked for is in the one small file; if not so in the end, that file begins again with the modules. */
function isQuick([command, ...rest]) {
  const help = ['help', '-h', '--help', '-V', '--version']
  return command === undefined || command === 'search' || [command, ...rest].some(arg => help.includes(arg))
}
