// Every text of the window, by language and area. An area is one file per language, or several by topic; the Dutch one is the source of the keys,
// so a missing or surplus English text is a type error. A new area: two files and two lines here.
import { analysis as analysisEn } from './en/analysis.ts'
import { method as methodEn } from './en/method.ts'
import { sample as sampleEn } from './en/sample.ts'
import { dataFiles as dataFilesEn } from './en/data-files.ts'
import { changes as changesEn } from './en/changes.ts'
import { change as changeEn } from './en/change.ts'
import { codebook as codebookEn } from './en/codebook.ts'
import { coding as codingEn } from './en/coding.ts'
import { compare as compareEn } from './en/compare.ts'
import { correcting as correctingEn } from './en/correcting.ts'
import { crosstab as crosstabEn } from './en/crosstab.ts'
import { crosstabTests as crosstabTestsEn } from './en/crosstab-tests.ts'
import { crosstabFile as crosstabFileEn } from './en/crosstab-file.ts'
import { expectations as expectationsEn } from './en/expectations.ts'
import { journal as journalEn } from './en/journal.ts'
import { keeping as keepingEn } from './en/keeping.ts'
import { history as historyEn } from './en/history.ts'
import { importing as importingEn } from './en/importing.ts'
import { importingQuestion as importingQuestionEn } from './en/importing-question.ts'
import { importingCheck as importingCheckEn } from './en/importing-check.ts'
import { merging as mergingEn } from './en/merging.ts'
import { memos as memosEn } from './en/memos.ts'
import { coverage as coverageEn } from './en/coverage.ts'
import { register as registerEn } from './en/register.ts'
import { search as searchEn } from './en/search.ts'
import { stories as storiesEn } from './en/stories.ts'
import { filter as filterEn } from './en/filter.ts'
import { frame as frameEn } from './en/frame.ts'
import { guide as guideEn } from './en/guide.ts'
import { patterns as patternsEn } from './en/patterns.ts'
import { print as printEn } from './en/print.ts'
import { session as sessionEn } from './en/session.ts'
import { project as projectEn } from './en/project.ts'
import { start as startEn } from './en/start.ts'
import { lan as lanEn } from './en/lan.ts'
import { team as teamEn } from './en/team.ts'
import { themes as themesEn } from './en/themes.ts'
import { withdrawing as withdrawingEn } from './en/withdrawing.ts'
import { together as togetherEn } from './en/together.ts'
import { analysis } from './nl/analysis.ts'
import { method } from './nl/method.ts'
import { sample } from './nl/sample.ts'
import { dataFiles } from './nl/data-files.ts'
import { changes } from './nl/changes.ts'
import { change } from './nl/change.ts'
import { codebook } from './nl/codebook.ts'
import { coding } from './nl/coding.ts'
import { compare } from './nl/compare.ts'
import { correcting } from './nl/correcting.ts'
import { crosstab } from './nl/crosstab.ts'
import { crosstabTests } from './nl/crosstab-tests.ts'
import { crosstabFile } from './nl/crosstab-file.ts'
import { expectations } from './nl/expectations.ts'
import { journal } from './nl/journal.ts'
import { keeping } from './nl/keeping.ts'
import { history } from './nl/history.ts'
import { importing } from './nl/importing.ts'
import { importingQuestion } from './nl/importing-question.ts'
import { importingCheck } from './nl/importing-check.ts'
import { merging } from './nl/merging.ts'
import { memos } from './nl/memos.ts'
import { coverage } from './nl/coverage.ts'
import { register } from './nl/register.ts'
import { search } from './nl/search.ts'
import { stories } from './nl/stories.ts'
import { filter } from './nl/filter.ts'
import { frame } from './nl/frame.ts'
import { guide } from './nl/guide.ts'
import { patterns } from './nl/patterns.ts'
import { print } from './nl/print.ts'
import { session } from './nl/session.ts'
import { project } from './nl/project.ts'
import { start } from './nl/start.ts'
import { lan } from './nl/lan.ts'
import { team } from './nl/team.ts'
import { themes } from './nl/themes.ts'
import { withdrawing } from './nl/withdrawing.ts'
import { together } from './nl/together.ts'

export const nl = {
  frame, guide, coverage, session, print, search, compare, merging, start, project, changes, stories, filter, patterns, coding, memos, codebook,
  crosstab: { ...crosstab, ...crosstabTests, ...crosstabFile, ...expectations }, analysis: { ...analysis, ...method, ...sample, ...dataFiles }, journal,
  importing: { ...importing, ...importingQuestion, ...importingCheck }, keeping, history, together, lan, team, correcting, themes,
  withdrawing, change, register
}

export const en: { [A in Area]: Same<(typeof nl)[A]> } = {
  frame: frameEn, guide: guideEn, coverage: coverageEn, session: sessionEn, print: printEn, search: searchEn, compare: compareEn, merging: mergingEn,
  start: startEn, project: projectEn, changes: changesEn, stories: storiesEn, filter: filterEn, patterns: patternsEn, coding: codingEn,
  memos: memosEn, codebook: codebookEn, crosstab: { ...crosstabEn, ...crosstabTestsEn, ...crosstabFileEn, ...expectationsEn },
  analysis: { ...analysisEn, ...methodEn, ...sampleEn, ...dataFilesEn },
  importing: { ...importingEn, ...importingQuestionEn, ...importingCheckEn }, journal: journalEn, keeping: keepingEn, history: historyEn,
  together: togetherEn, lan: lanEn, team: teamEn, correcting: correctingEn, themes: themesEn, withdrawing: withdrawingEn,
  change: changeEn, register: registerEn
}

export type Area = keyof typeof nl
/** The same keys in the other language. */
export type Same<T> = { readonly [K in keyof T]: string }
/** A key as one asks for it: without the ending that says which plural. */
export type TextKey<A extends Area> = WithoutPlural<keyof (typeof nl)[A] & string>
type WithoutPlural<K extends string> = K extends `${infer Stem}_${'one' | 'other' | 'zero'}` ? Stem : K
