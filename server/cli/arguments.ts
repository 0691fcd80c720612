// Reading a command's arguments: positional ones and options, strictly.
import { parseArgs } from 'node:util'

export class UsageError extends Error {}

export type Given = { positional: string[]; options: Record<string, string | boolean | undefined>; json: boolean }
export type Command = {
  usage: string
  about: string
  /** How many positional arguments, file included. */
  least: number
  most: number
  options?: Record<string, 'string' | 'boolean'>
  run(given: Given): Promise<number | void> | number | void
}

/** Throws a UsageError with what is wrong. */
export function readArguments(argv: string[], command: Command): Given {
  const options = Object.fromEntries(Object.entries({ ...command.options, json: 'boolean' as const }).map(([name, type]) => [name, { type }]))
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true, strict: true })
    if (positionals.length < command.least) throw new UsageError('Something is missing.')
    if (positionals.length > command.most) throw new UsageError(`'${positionals[command.most]!}' is one too many.`)
    return { positional: positionals, options: values, json: values.json === true }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}

export const text = (given: Given, name: string): string | undefined => (typeof given.options[name] === 'string' ? given.options[name] : undefined)

/** Throws a UsageError with `otherwise` where it was not given. */
export function needed(given: Given, name: string, otherwise: string): string {
  const value = text(given, name)
  if (value === undefined || value.trim() === '') throw new UsageError(otherwise)
  return value
}

/** A whole number of at least `low`, and of `high` at most; throws a UsageError. */
export function whole(given: Given, name: string, low: number, high = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = text(given, name)
  if (value === undefined) return undefined
  const number = Number(value)
  const isFit = Number.isInteger(number) && number >= low && number <= high
  if (!isFit) throw new UsageError(`--${name} ${value} is no whole number ${high === Number.MAX_SAFE_INTEGER ? `of ${low} or more` : `from ${low} to ${high}`}.`)
  return number
}

export const list = (given: Given, name: string): string[] | undefined => text(given, name)?.split(',').map((part) => part.trim()).filter((part) => part !== '')

/** One of these words; throws a UsageError. */
export function oneOf<W extends string>(given: Given, name: string, words: readonly W[]): W | undefined {
  const value = text(given, name)
  if (value === undefined) return undefined
  if (!words.includes(value as W)) throw new UsageError(`--${name} ${value}: choose ${words.join(', ')}.`)
  return value as W
}
