// What a script was asked for on its command line. --help says what there is and does nothing else; what it doesn't know is refused.
import { parseArgs } from 'node:util'

/** The values by name (`options` as parseArgs of node:util takes them). Ends the process after --help, or with one sentence and exit code 1. */
export function askedFor(help, options) {
  const refused = sentence => {
    console.error(`${sentence} (--help shows what can be asked)`)
    process.exit(1)
  }
  let values
  try {
    values = parseArgs({ options: { ...options, help: { type: 'boolean' } } }).values
  } catch (error) {
    refused(error.message.split('. ')[0].split('\n')[0])
  }
  if (values.help) {
    console.log(help)
    process.exit(0)
  }
  return values
}

/** A count that was asked for, or `usual`; ends the process on what is no count. */
export function countOf(values, name, usual) {
  const count = Number(values[name] ?? usual)
  if (Number.isFinite(count) && count >= 0) return count
  console.error(`--${name} takes a number, not '${values[name]}' (--help shows what can be asked)`)
  process.exit(1)
}
