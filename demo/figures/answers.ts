// Figures of the questionnaires: who answered what, in which group.
import { countStories, counts, inGroup, optionRule, question, rangeRule, round, wasAsked, type Figures, type Study } from './study.ts'

const CLOSED = ['verteller', 'bron', 'rol', 'stadsdeel', 'leeftijden', 'gezinssituatie', 'tevredenheid', 'gezinsleven', 'effect-gezin',
  'effect-jeugd', 'steun', 'verder', 'factoren-genoemd']
export const SCALES = ['invloed', 'oordeelloos', 'luisteren', 'duidelijk']

export async function answerFigures(study: Study): Promise<Figures> {
  const found: Figures = {}
  for (const group of study.groups.keys()) {
    const asked = (key: string) => wasAsked(study, group, key)
    found[`M1 ${group}`] = await countStories(study, group)
    for (const key of CLOSED.filter(asked)) found[`${key} ${group}`] = await counts(study, group, key)
    for (const key of SCALES.filter(asked)) found[`M26 ${key} ${group}`] = await counts(study, group, key)
    for (const key of ['ervaring-belang', 'factoren'].filter(asked)) found[`${key} ${group}`] = await placed(study, group, key)
    for (const key of ['plan', 'vakmanschap']) found[`M27 ${key} ${group}`] = await triadMeans(study, group, key)
    for (const key of ['verder-anders', 'leefomgeving'].filter(asked)) {
      found[`M16 ${key} ${group}`] = await countStories(study, group) - await countStories(study, group,
        [{ is: 'blank', signifier: question(study, key).id }])
    }
  }
  return found
}

/** Arithmetic means as whole per cents, and how many ticked n.v.t. */
async function triadMeans(study: Study, group: string, key: string): Promise<Record<string, number | null>> {
  const table = await study.call('crosstab.table', { rows: [], tests: false, filter: inGroup(study, group),
    columns: { is: 'signifier', signifier: question(study, key).id } })
  return { ...Object.fromEntries(table.measures.map(({ name, all }) => [name, all.mean === null ? null : round(all.mean, 0)])), na: table.na }
}

export async function selectionFigures(study: Study): Promise<Figures> {
  const [families, staff] = [...study.groups.keys()] as [string, string]
  const tellers: [string, string][] = [['Een ouder of verzorger', 'ouder'], ['Een jeugdige', 'jeugdige']]
  const sources: [string, string][] = [['In de app met een medewerker', 'app'], ['Thuis op de website', 'web']]
  const crossed: Record<string, number> = {}
  for (const [teller, short] of tellers) {
    for (const [source, shorter] of sources) crossed[`${short}/${shorter}`] = await countStories(study, families,
      [optionRule(study, 'verteller', teller), optionRule(study, 'bron', source)])
  }
  const steady = await study.call('story.list', { filter: { ...inGroup(study, staff), codes: [study.codes.get('Netwerk steunt')!] } })
  return {
    'M2 verteller x bron': crossed,
    'M30 zeer tevreden': await countStories(study, families, [optionRule(study, 'tevredenheid', 'Zeer tevreden')]),
    'M35 invloed 85 en hoger': await countStories(study, families, [rangeRule(study, 'invloed', 85, null)]),
    'M35 invloed tot en met 20': await countStories(study, families, [rangeRule(study, 'invloed', null, 20)]),
    'M35 duidelijk 85 en hoger': await countStories(study, staff, [rangeRule(study, 'duidelijk', 85, null)]),
    'M35 duidelijk onder 60': await countStories(study, staff, [rangeRule(study, 'duidelijk', null, 59.99)]),
    'M35 netwerk steunt': steady.total,
    'M46 weinig invloed en niet gehoord': await countStories(study, families,
      [rangeRule(study, 'invloed', null, 20), rangeRule(study, 'luisteren', null, 24.99)]),
    'M46 niet gehoord': await countStories(study, families, [rangeRule(study, 'luisteren', null, 24.99)])
  }
}

async function placed(study: Study, group: string, key: string): Promise<Record<string, number>> {
  const all: [string, number][] = []
  for (const { id, name } of question(study, key).stones) {
    const table = await study.call('crosstab.table', { rows: [], tests: false, filter: inGroup(study, group),
      columns: { is: 'signifier', signifier: question(study, key).id, stone: id } })
    all.push([name, table.valid])
  }
  return Object.fromEntries(all)
}
