// Every call there is, by name: the only door to the core.
import type { z } from 'zod'
import { change } from './change.ts'
import { code } from './code.ts'
import { coder } from './coder.ts'
import { coding } from './coding.ts'
import { compare } from './compare.ts'
import { conflict } from './conflict.ts'
import { coverage } from './coverage.ts'
import { crosstab } from './crosstab.ts'
import { expectation } from './expectation.ts'
import { exporting } from './export.ts'
import { frequency } from './frequency.ts'
import { history } from './history.ts'
import { memo } from './memo.ts'
import { pack } from './pack.ts'
import { method } from './method.ts'
import { paper } from './paper.ts'
import { pattern } from './pattern.ts'
import { project } from './project.ts'
import { register } from './register.ts'
import { search } from './search.ts'
import { selection } from './selection.ts'
import { session } from './session.ts'
import { signifier } from './signifier.ts'
import { story } from './story.ts'
import { table } from './table.ts'
import { talk } from './talk.ts'
import { text } from './text.ts'
import { theme } from './theme.ts'
import { view } from './view.ts'
import { visit } from './visit.ts'

export const contract = { ...project, ...coder, ...story, ...text, ...signifier, ...code, ...coding, ...crosstab, ...frequency, ...table, ...memo, ...history, ...selection, ...search, ...coverage, ...visit, ...pattern, ...change, ...conflict, ...theme, ...compare, ...talk, ...pack, ...session, ...exporting, ...view, ...method, ...paper, ...expectation, ...register }

export type CallName = keyof typeof contract
/** What a caller sends (defaults may be left out). */
export type Input<N extends CallName> = z.input<(typeof contract)[N]['input']>
/** What a handler gets (defaults filled in). */
export type Parsed<N extends CallName> = z.output<(typeof contract)[N]['input']>
export type Output<N extends CallName> = z.output<(typeof contract)[N]['output']>
export type ReadName = { [N in CallName]: (typeof contract)[N]['is'] extends 'read' ? N : never }[CallName]
export type WriteName = Exclude<CallName, ReadName>
