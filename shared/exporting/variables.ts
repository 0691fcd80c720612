// Names of variables that R, SPSS and a spreadsheet all take, and the scripts that give them their meaning back there.

export type Cell = string | number | null
export type Variable = {
  /** Letters a–z, digits and _, beginning with a letter, at most 40 long. */
  name: string
  meaning: string
  kind: 'number' | 'text'
  /** What the values are, in words. */
  values: string
  /** Numbers that stand for words: 1 = … */
  steps?: { value: number; name: string }[]
  /** One cell a row. */
  cells: Cell[]
}

const LONGEST = 40

/** Gives every wanted name out once; a second "klik" becomes klik_2. */
export function createNames(): (wanted: string) => string {
  const taken = new Set<string>()
  return (wanted) => {
    const plain = wanted.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '')
    const stem = (/^[a-z]/.test(plain) ? plain : `v_${plain}`).slice(0, LONGEST).replace(/_+$/, '')
    let name = stem
    for (let n = 2; taken.has(name); n++) name = `${stem.slice(0, LONGEST - 4)}_${n}`
    taken.add(name)
    return name
  }
}

/** How many rows have a value. */
export const validOf = ({ cells }: Variable): number => cells.reduce<number>((sum, cell) => sum + Number(cell !== null && cell !== ''), 0)

const single = (words: string): string => `'${words.replaceAll("'", "''").replaceAll(/\s+/g, ' ')}'`

/** An SPSS syntax that reads the file of comma-separated values and gives variables and values their words. */
export function spssSyntax(variables: readonly Variable[], file: string): string {
  const widest = (variable: Variable): number => Math.min(32_000, variable.cells.reduce<number>((most, cell) => Math.max(most, bytesOf(String(cell ?? ''))), 8))
  const steps = variables.filter((variable) => variable.steps?.length)
  return [
    `GET DATA /TYPE=TXT /FILE=${single(file)} /ENCODING='UTF8' /DELIMITERS="," /QUALIFIER='"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2`,
    ` /VARIABLES=${variables.map((variable) => `\n  ${variable.name} ${variable.kind === 'number' ? 'F12.4' : `A${widest(variable)}`}`).join('')}.`,
    `VARIABLE LABELS${variables.map(({ name, meaning }) => `\n  ${name} ${single(meaning.slice(0, 250))}`).join('')}.`,
    ...(steps.length > 0 ? [`VALUE LABELS${steps.map((variable, at) => `\n  ${at > 0 ? '/' : ''}${variable.name}${variable.steps!.map(({ value, name }) => ` ${value} ${single(name.slice(0, 118))}`).join('')}`).join('')}.`] : []),
    'EXECUTE.', ''
  ].join('\n')
}

/** Bytes of a text in UTF-8, without knowing Node. */
const bytesOf = (text: string): number => new TextEncoder().encode(text).length

const double = (words: string): string => JSON.stringify(words.replaceAll(/\s+/g, ' '))

/** An R script that reads the file, makes factors of choices and hangs the meaning on every column. */
export function rScript(variables: readonly Variable[], file: string, name: string): string {
  return [
    `${name} <- read.csv(${double(file)}, encoding = "UTF-8", na.strings = "")`,
    ...variables.filter((variable) => variable.steps?.length).map((variable) =>
      `${name}$${variable.name} <- factor(${name}$${variable.name}, levels = c(${variable.steps!.map(({ value }) => value).join(', ')}), labels = c(${variable.steps!.map((step) => double(step.name)).join(', ')}))`),
    ...variables.map((variable) => `attr(${name}$${variable.name}, "label") <- ${double(variable.meaning)}`), ''
  ].join('\n')
}
