// An invented study asked twice, as two files: most tellers of the first year told again in the second, under other headings.
import { seededRandom } from '../../shared/statistics/index.ts'

export type YearRow = { nr: string; teller: string; influence: number | null; content: string; support: string; plan: [number, number, number] }

const CONTENT = ['zeer ontevreden', 'ontevreden', 'neutraal', 'tevreden', 'zeer tevreden']
const SUPPORT = ['kind', 'ouder', 'gezin']
const OPENINGS = ['Wij kregen iemand die bleef.', 'Het begon met wachten.', 'Op school ging het niet meer.', 'Mijn zus hielp ons.', 'Zij belde elke week.', 'We deden het samen.', 'Ik wist niet waar ik heen moest.']

/** 60 stories, and 64 of which 44 by tellers of the first year, who had some more influence then. */
export function twoYears(): { first: YearRow[]; second: YearRow[] } {
  const random = seededRandom(20240601)
  const clamp = (value: number): number => Math.max(0, Math.min(100, Math.round(value * 10) / 10))
  const row = (nr: string, teller: string, level: number): YearRow => {
    const family = clamp(20 + level * 0.5 + random() * 20)
    const helper = clamp((100 - family) * (0.4 + random() * 0.4))
    return {
      nr, teller, influence: random() < 0.05 ? null : clamp(level + (random() - 0.5) * 20), content: CONTENT[Math.min(4, Math.max(0, Math.floor((level + (random() - 0.5) * 40) / 20)))]!,
      support: SUPPORT.filter(() => random() < 0.45).join(', ') || 'gezin', plan: [family, helper, Math.round((100 - family - helper) * 10) / 10]
    }
  }
  const levels = Array.from({ length: 60 }, () => 20 + random() * 65)
  return {
    first: levels.map((level, at) => row(String(at + 1), `v${at + 1}`, level)),
    second: [...levels.slice(0, 44).map((level, at) => row(String(at + 1), `v${at + 1}`, level + 8 * random() + 3)), ...Array.from({ length: 20 }, (_, at) => row(String(at + 45), `n${at + 1}`, 25 + random() * 65))]
  }
}

/** As a file; the second year asked the same in other words. */
export function yearFile(rows: readonly YearRow[], year: 'first' | 'second'): string {
  const heads = year === 'first' ? ['nr', 'gezinsnummer', 'verhaal', 'Hoeveel invloed had u?', 'Hoe tevreden bent u?', 'Voor wie was de hulp?'] : ['nr', 'gezinsnummer', 'verhaal', 'Invloed (0-100)', 'Tevredenheid', 'Hulp voor']
  const lines = rows.map(({ nr, influence, content, support, teller, plan }, at) =>
    [nr, teller, `${OPENINGS[at % OPENINGS.length]!} Dat was verhaal ${nr} van ${year === 'first' ? 'het eerste' : 'het tweede'} jaar, en het ging over hoe wij verder kwamen.`, influence === null ? 'n.v.t.' : String(influence).replace('.', ','), content, support, ...plan.map((share) => String(share).replace('.', ','))].map((cell) => `"${cell}"`).join(';'))
  return [[...heads, 'Plan: het gezin', 'Plan: de werker', 'Plan: het netwerk'].join(';'), ...lines].join('\n')
}
