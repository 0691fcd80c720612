// Every handler, by the name of its call; the compiler says which one is missing.
import type { ReadName, WriteName } from '../../shared/contract/index.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { codeReads, codeWrites } from './code.ts'
import { coderReads, coderWrites } from './coder.ts'
import { codingReads, codingWrites } from './coding.ts'
import { compareReads, compareWrites } from './compare.ts'
import { conflictReads, conflictWrites } from './conflict.ts'
import { crosstabReads } from './crosstab.ts'
import { historyReads, historyWrites } from './history.ts'
import { memoReads, memoWrites } from './memo.ts'
import { patternReads } from './pattern.ts'
import { projectReads, projectWrites } from './project.ts'
import { searchReads, searchWrites } from './search.ts'
import { selectionReads, selectionWrites } from './selection.ts'
import { storyReads, storyWrites } from './story.ts'
import { tableReads } from './table.ts'
import { talkReads, talkWrites } from './talk.ts'
import { textReads, textWrites } from './text.ts'
import { themeReads, themeWrites } from './theme.ts'
import { visitReads } from './visit.ts'

export const reads: ReadHandlers<ReadName> = { ...projectReads, ...coderReads, ...storyReads, ...textReads, ...codeReads, ...codingReads, ...crosstabReads, ...tableReads, ...memoReads, ...historyReads, ...selectionReads, ...searchReads, ...visitReads, ...patternReads, ...conflictReads, ...themeReads, ...compareReads, ...talkReads }
export const writes: WriteHandlers<WriteName> = { ...projectWrites, ...coderWrites, ...storyWrites, ...textWrites, ...codeWrites, ...codingWrites, ...memoWrites, ...historyWrites, ...selectionWrites, ...searchWrites, ...conflictWrites, ...themeWrites, ...compareWrites, ...talkWrites }
