// The same twelve stories, written as each tool writes them, become the same stories with the same answers.
import { describe, expect, test } from 'vitest'
import { readDefinition } from '../../../shared/importing/definition.ts'
import type { Definition } from '../../../shared/importing/definition.ts'
import { dutchCsv, formsCsv, koboCsv, limeSurveyCsv, qualtricsCsv, soSciCsv } from '../../fixtures/imports/table-formats.ts'
import { definitionJson, senseMakerByTitle, senseMakerCsv } from '../../fixtures/imports/sensemaker-format.ts'
import { scratchFolder, windows1252 } from '../../fixtures/imports/scratch-folder.ts'
import { inWords, stageFile } from '../../fixtures/imports/stage-file.ts'
import type { Staged } from '../../fixtures/imports/stage-file.ts'
import { QUESTIONS as Q, PLAN, TOLD } from '../../fixtures/imports/twelve-stories.ts'
import type { Told } from '../../fixtures/imports/twelve-stories.ts'

const write = scratchFolder()

/** What every format must come out as: question -> answer in words; blank answers are absent. */
function expected(told: Told): Record<string, unknown> {
  const score = (value: number | 'nvt' | null) => (value === 'nvt' ? { is: 'na' } : value === null ? undefined : { is: 'number', value })
  const stones = [['Klik', told.stones.klik], ['Op tijd', told.stones.opTijd]] as const
  const order = ['Kind', 'Gezin', 'Ouder', 'Groep', 'Anders']
  const answers = {
    satisfied: told.satisfied === 'nvt' ? { is: 'na' } : (told.satisfied ?? undefined),
    support: order.filter((option) => told.support.includes(option)),
    otherSupport: told.otherSupport === null ? undefined : { is: 'text', text: told.otherSupport },
    district: told.district,
    influence: score(told.influence),
    plan: told.plan === 'nvt' ? { is: 'na' } : told.plan === null ? undefined : { top: PLAN[0], shares: told.plan },
    stones: stones.some(([, at]) => at) ? stones.flatMap(([stone, at]) => (at ? [{ stone, x: at[0], y: at[1] }] : [])) : undefined,
    age: { is: 'number', value: told.age },
    since: { is: 'date', day: told.since }
  }
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined))
}

/** Question names by the words of their titles; the last words win where a tool puts them behind a group. */
function found({ stories, end }: Staged): Record<string, unknown>[] {
  const nameOf = (title: string) => Object.entries(Q).find(([, words]) => title === words || title.replace(/ ?[[(-].*$/, '') === words.replace(/ ?[[(-].*$/, ''))?.[0]
  return stories.map((story) => Object.fromEntries(Object.entries(story.answers).map(([key, value]) => {
    const shape = end.signifiers.find((signifier) => signifier.key === key)!
    const name = shape.kind === 'text' && shape.linkedTo !== null ? 'otherSupport' : nameOf(shape.title)
    const answer = inWords(value, shape)
    const sorted = Array.isArray(answer) && typeof answer[0] === 'string' ? ['Kind', 'Gezin', 'Ouder', 'Groep', 'Anders'].filter((o) => answer.includes(o)) : answer
    return [name ?? `? ${shape.title}`, sorted]
  })))
}

function check(staged: Staged, text = (told: Told) => told.text): void {
  expect(staged.end.problems.filter((problem) => problem.severity !== 'warning')).toEqual([])
  expect(staged.stories.map((story) => ({ id: story.sourceId, day: story.collectedOn, text: story.text }))).toEqual(TOLD.map((told) => ({ id: told.id, day: told.day, text: text(told) })))
  expect(found(staged)).toEqual(TOLD.map(expected))
  // In the order of the questionnaire, each of its own kind.
  const kinds = staged.end.signifiers.map((shape) => shape.kind)
  expect(kinds.filter((kind) => kind !== 'text')).toEqual(['likert', 'multi', 'choice', 'slider', 'triad', 'stones', 'number', 'date'])
}

function definition(generation: 'flat' | 'nested'): Definition {
  const read = readDefinition(definitionJson(generation), 'framework_definition.json')
  if (!read.ok) throw new Error('no definition')
  return read.definition
}

describe('the same twelve stories', () => {
  test('[I8] as a raw SenseMaker capture with either generation of its definition', async () => {
    const path = write('capture.csv', senseMakerCsv())
    for (const generation of ['flat', 'nested'] as const) {
      const staged = await stageFile(path, { definition: definition(generation) })
      check(staged)
      expect(staged.proposal.tool).toBe('SenseMaker')
      expect(staged.end.dropped).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), 'responder_id', 'meta_platform', 'meta_started_location_latitude'])
    }
  })

  test('[I8] as a SenseMaker export by title, with and without its definition', async () => {
    const path = write('titels.csv', senseMakerByTitle())
    const [defined, bare] = [await stageFile(path, { definition: definition('flat') }), await stageFile(path)]
    check(defined)
    check(bare)
    expect([defined.proposal.tool, bare.proposal.tool]).toEqual(['SenseMaker', 'SenseMaker'])
  })

  test('[I8] as a hand-made Dutch table: semicolons, Windows-1252, decimal commas, dd-mm-jjjj, crosses, empty columns', async () => {
    const staged = await stageFile(write('gezinnen.csv', windows1252(dutchCsv())))
    check(staged, (told) => told.text.replace('😀', '?'))
    expect(staged.proposal.mapping.file.decimal).toBe(',')
    expect(staged.end.dropped).toEqual(['E-mail'])
  })

  test.each([
    ['LimeSurvey', limeSurveyCsv, ['ipaddr']],
    ['LimeSurvey', () => limeSurveyCsv('codes and words'), ['ipaddr']],
    ['Qualtrics', qualtricsCsv, ['IPAddress', 'LocationLatitude']],
    ['Microsoft Forms', formsCsv, ['E-mail', 'Naam']],
    ['KoboToolbox', koboCsv, ['_gps_latitude', '_submitted_by']],
    ['SoSci Survey', soSciCsv, ['SERIAL']]
  ] as const)('[I8] as %s writes them', async (tool, make, dropped) => {
    const staged = await stageFile(write(`${tool}.csv`, make()))
    expect(staged.proposal.tool).toBe(tool)
    check(staged)
    expect(staged.end.dropped).toEqual(dropped)
  })
})
