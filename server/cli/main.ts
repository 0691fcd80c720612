// The command line: `duiding COMMAND FILE …`. Exit code 0, or another with one sentence on stderr; --json prints plain values.
import { Refusal } from '../../shared/errors.ts'
import { failureSentence } from '../../shared/failures/words.ts'
import { asFailure } from '../report.ts'
import { COMMANDS } from './commands.ts'
import { readArguments, UsageError } from './arguments.ts'
import { language } from './speech.ts'

/** Runs one command; gives the exit code. */
export async function runCli(argv: string[]): Promise<number> {
  const [name, ...rest] = argv
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    console.log(usage())
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return fail(`There is no command '${name}'.\n${usage()}`, 2)
  try {
    if (asksHelp(rest)) {
      console.log(`duiding ${name} ${command.usage}\n${command.about}`)
      return 0
    }
    const given = readArguments(rest, command)
    return (await command.run(given)) ?? 0
  } catch (error) {
    if (error instanceof UsageError) return fail(`${error.message}\nUsage: duiding ${name} ${command.usage}`, 2)
    const failure = asFailure(error)
    return fail(failureSentence(failure, language()), error instanceof Refusal ? 1 : 70)
  }
}

/** Before a `--`: what follows it is a name. */
const asksHelp = (args: string[]): boolean => args.slice(0, args.includes('--') ? args.indexOf('--') : args.length).some((word) => word === '--help' || word === '-h')

const usage = (): string => `duiding COMMAND FILE …\n${Object.entries(COMMANDS).map(([name, { usage: words, about }]) => `  ${`${name} ${words}`.padEnd(74)} ${about}`).join('\n')}`

function fail(sentence: string, code: number): number {
  console.error(sentence)
  return code
}
