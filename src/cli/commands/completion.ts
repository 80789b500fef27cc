import type { Command, Option } from 'commander'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { writeOut } from '../standard-output.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** `plan-extract completion <shell>`: a script for the shell to read, made from the definition of the program. */
export async function completionCommand(shell: Shell, program: Command): Promise<ExitCode> {
  const script = { bash, zsh, fish }[shell]
  await writeOut(script(program))
  return EXIT.done
}

/** Commands with their own options; those of the program belong to each. */
function commandsOf(program: Command): { name: string; description: string; options: readonly Option[] }[] {
  return program.commands.map(command => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options, ...program.options],
  }))
}

function flags(options: readonly Option[]): string {
  return options
    .flatMap(({ short, long }) => [short, long])
    .filter(Boolean)
    .join(' ')
}

/** `--ocr) choices` for every option that has choices. */
function choiceCases(program: Command, line: (option: Option) => string): string {
  const byFlag = new Map<string, Option>()
  for (const { options } of commandsOf(program))
    for (const option of options) if (option.argChoices && option.long) byFlag.set(option.long, option)
  return [...byFlag.values()].map(line).join('\n')
}

function bash(program: Command): string {
  const commands = commandsOf(program)
  return `# bash completion of plan-extract: eval "$(plan-extract completion bash)"
_plan_extract() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=extract word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${commands.map(({ name }) => name).join('|')}) command=$word; break;; esac
  done
  case $previous in
${choiceCases(program, option => `    ${option.long}) COMPREPLY=($(compgen -W '${option.argChoices?.join(' ')}' -- "$current")); return;;`)}
  esac
  if [[ $current == -* ]]; then
    case $command in
${commands.map(({ name, options }) => `      ${name}) COMPREPLY=($(compgen -W '${flags(options)}' -- "$current"));;`).join('\n')}
    esac
  elif (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$current") $(compgen -f -- "$current"))
  elif [[ $command == completion ]]; then
    COMPREPLY=($(compgen -W '${SHELLS.join(' ')}' -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _plan_extract plan-extract
`
}

function zsh(program: Command): string {
  return `#compdef plan-extract
# zsh completion of plan-extract: put this into a folder of $fpath as _plan-extract
autoload -U +X bashcompinit && bashcompinit
${bash(program)}`
}

function fish(program: Command): string {
  const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const others = program.commands
    .map(command => command.name())
    .filter(name => name !== 'extract')
    .join(' ')
  const lines = ['# fish completion of plan-extract: plan-extract completion fish | source']
  for (const { name, description, options } of commandsOf(program)) {
    lines.push(`complete -c plan-extract -n __fish_use_subcommand -a ${name} -d ${quote(description)}`)
    const condition =
      name === 'extract' ? `not __fish_seen_subcommand_from ${others}` : `__fish_seen_subcommand_from ${name}`
    for (const { short, long, description: says, argChoices, required } of options) {
      const parts = [`complete -c plan-extract -n ${quote(condition)}`]
      if (short) parts.push(`-s ${short.slice(1)}`)
      if (long) parts.push(`-l ${long.slice(2)}`)
      if (argChoices) parts.push(`-x -a ${quote(argChoices.join(' '))}`)
      else if (required) parts.push('-r')
      lines.push(`${parts.join(' ')} -d ${quote(says)}`)
    }
  }
  lines.push(
    `complete -c plan-extract -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'`,
  )
  return `${lines.join('\n')}\n`
}
