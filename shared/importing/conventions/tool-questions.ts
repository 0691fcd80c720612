// How questionnaire tools write questions that a plain table would write otherwise.
import type { ColumnLook } from '../column-look.ts'
import type { Draft } from '../proposal-draft.ts'
import type { MappedSignifier } from '../mapping.ts'
import type { Tool } from './tool-columns.ts'
import type { Member } from '../column-groups.ts'
import { groupsOf } from '../column-groups.ts'
import { askTicks } from '../grouped-questions.ts'
import { sameWords } from '../cell-values.ts'

export function askToolQuestions(draft: Draft, tool: Tool): void {
  if (tool === 'LimeSurvey') askLimeSurvey(draft)
  if (tool === 'Qualtrics') askQualtrics(draft)
  if (tool === 'KoboToolbox') askKobo(draft)
  if (tool === 'SoSci Survey') askSoSci(draft)
}

/** "Q1[SQ001]" and "Vraag [Optie]": a sub-question is Y or blank when it is an option; [other] holds the words of "anders". */
function askLimeSurvey(draft: Draft): void {
  for (const group of groupsOf(draft.free(), /^(.+?)\s*\[([^[\]]+)\]$/, 1)) {
    const isOther = ({ rest }: Member) => /^(other|anders|overig)$/i.test(rest)
    const other = group.members.find(isOther)
    const options = group.members.filter((member) => !isOther(member) && !/^comment|comment$/i.test(member.rest))
    const asked = options.length > 1 && options.every(({ look }) => look.filled.length === 0 || look.distinct.every((value) => /^(y|yes|ja|j|1|n|no|nee|0)$/i.test(value)))
      && askTicks(draft, { ...group, members: options }, { reason: 'tool_answers', values: { tool: 'LimeSurvey' } })
    if (other) askOtherWords(draft, other.look, group.base, asked)
  }
}

function askOtherWords(draft: Draft, look: ColumnLook, base: string, ticksIt: boolean): void {
  const linked = draft.signifiers.find((signifier) => signifier.key === base) ?? askListWithOther(draft, base)
  if (!linked || !('options' in linked)) return
  if (!linked.options.some((option) => option.key === '-oth-')) linked.options.push({ key: '-oth-', label: 'Anders', values: ['anders', 'other'] })
  draft.ask({ kind: 'text', key: look.name, title: look.title, na: [], linkedTo: linked.key, ticksOption: ticksIt ? '-oth-' : null },
    [{ look, part: { is: 'value' } }], { reason: 'other_text', values: { question: linked.title } })
}

/** A single choice with "-oth-" in its own column beside the words. */
function askListWithOther(draft: Draft, base: string): MappedSignifier | undefined {
  const look = draft.free().find((column) => column.name === base || column.title === base)
  if (!look) return undefined
  const options = look.distinct.filter((value) => value !== '-oth-' && !/^(anders|other)$/i.test(value)).map((label) => ({ key: label, label, values: [] }))
  draft.ask({ kind: 'choice', key: base, title: look.title, na: [], unknown: 'option', options }, [{ look, part: { is: 'value' } }],
    { reason: 'tool_answers', values: { tool: 'LimeSurvey' } })
  return draft.signifiers.at(-1)
}

/** Q5_1, Q5_2 with titles "Vraag - Optie": ticks hold 1 or the option's own words; Q5_3_TEXT holds words. */
function askQualtrics(draft: Draft): void {
  for (const group of groupsOf(draft.free().filter((look) => !/_TEXT$/.test(look.name)), /^(.+)_(\d+)$/, 2)) {
    const members = group.members.map(({ look }) => {
      const words = look.title.replace(/ - Selected Choice/i, '')
      const cut = words.lastIndexOf(' - ')
      return { look, rest: cut > 0 ? words.slice(cut + 3).trim() : look.name, question: cut > 0 ? words.slice(0, cut).trim() : words }
    })
    const ownWords = members.every(({ look, rest }) => look.filled.length === 0 || look.distinct.every((value) => value === '1' || sameWords(value) === sameWords(rest)))
    if (ownWords) askTicks(draft, { base: group.base, title: members[0]!.question, members }, { reason: 'tool_answers', values: { tool: 'Qualtrics' } })
  }
}

/** vraag/optie is 0 or 1; the column "vraag" itself repeats the chosen names with spaces between. */
function askKobo(draft: Draft): void {
  const because = { reason: 'tool_answers' as const, values: { tool: 'KoboToolbox' } }
  for (const group of groupsOf(draft.free(), /^(.+)\/([^/]+)$/, 2)) {
    const ticked = group.members.every(({ look }) => look.filled.length === 0 || look.distinct.every((value) => /^(0|1|true|false)$/i.test(value)))
    if (!ticked || !askTicks(draft, group, because)) continue
    const summary = draft.free().find((look) => look.name === group.base)
    if (summary) draft.give(summary, { role: 'ignore' }, { reason: 'same_elsewhere' })
  }
}

/** A101_01 is 2 when ticked and 1 when not; -9 is left blank, -1 is "weet niet" or n.v.t. */
function askSoSci(draft: Draft): void {
  for (const group of groupsOf(draft.free(), /^([A-Z]{2,}\d{2})_(\d{2})$/, 2)) {
    const coded = group.members.every(({ look }) => look.distinct.every((value) => /^(1|2|-9|-1)$/.test(value)))
    const both = group.members.some(({ look }) => look.distinct.includes('2')) && group.members.some(({ look }) => look.distinct.includes('1'))
    if (!coded || !both) continue
    const members = group.members.map(({ look, rest }) => ({ look, ...titled(look, rest) }))
    draft.ask({
      kind: 'multi', key: group.base, title: members[0]!.question ?? group.base, na: [], unknown: 'problem', delimiter: null, ticked: ['2'], unticked: ['1'],
      options: members.map(({ option }) => ({ key: option, label: option, values: [] }))
    }, members.map(({ look, option }) => ({ look, part: { is: 'tick' as const, option } })), { reason: 'tool_answers', values: { tool: 'SoSci Survey' } })
  }
}

/** "Vraag: optie" in the second heading row. */
function titled(look: ColumnLook, rest: string): { option: string; question: string | null } {
  const cut = look.title === look.name ? null : /^(.+?)\s*(?::| -) (.+)$/.exec(look.title)
  return cut ? { question: cut[1]!, option: cut[2]! } : { question: null, option: look.title === look.name ? rest : look.title }
}
