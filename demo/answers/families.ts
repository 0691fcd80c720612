// The questionnaire of the families, filled in.
import { randomFor } from '../random.ts'
import { deal, fact, setOptions, toneWithNoise, type Slot } from './deal.ts'
import { setStones, setStonesOnLine, setTriad, type StoneMean } from './places.ts'
import { dealScores, setScores } from './scores.ts'
import { setDistrict, setHousehold, setOnwards, setTicks, setWords } from './shared-answers.ts'
import { families as targets } from './targets.ts'

const STONE_MEANS: Record<string, StoneMean> = {
  klik: { x: 84, y: 86, spread: 9, pull: 9 }, passend: { x: 64, y: 82, spread: 12, pull: 9 }, dichtbij: { x: 74, y: 70, spread: 14, pull: 4 },
  'op-tijd': { x: 68, y: 74, spread: 15, pull: 6 }, 'een-plan': { x: 67, y: 66, spread: 15, pull: 6 },
    toegankelijk: { x: 72, y: 71, spread: 14, pull: 5 },
  samenwerking: { x: 70, y: 72, spread: 14, pull: 7 }, netwerk: { x: 52, y: 48, spread: 19, pull: 2 }
}

const FACTOR_MEANS: Record<string, number> = {
  school: 80, familie: 83, vrienden: 78, professionals: 62, voorzieningen: 57, buren: 46, vereniging: 55, geloof: 37
}

export function answerFamilies(slots: Slot[]): void {
  setOptions(slots, 'tevredenheid', deal(slots, 'gezinnen/tevredenheid', targets.tevredenheid, fact('tevreden')))
  for (const slot of slots) slot.tone = Number(optionOf(slot, 'tevredenheid'))
  const life = (slot: Slot) => slot.facts['gezinsleven']
  setOptions(slots, 'gezinsleven', deal(slots, 'gezinnen/gezinsleven', targets.gezinsleven, life, toneWithNoise('gezinnen/gezinsleven', 0.6)))
  for (const key of ['effect-gezin', 'effect-jeugd'] as const) {
    setOptions(slots, key, deal(slots, `gezinnen/${key}`, targets[key], fact(key), toneWithNoise(`gezinnen/${key}`, 0.7)))
  }
  setTellers(slots)
  setDistrict(slots, 'gezinnen', targets.stadsdeel, 4)
  setHousehold(slots, 'gezinnen', targets)
  setTicks(slots, 'gezinnen', 'leeftijden', targets.leeftijden)
  setTicks(slots, 'gezinnen', 'steun', targets.steun, { kind: 'individueel', gezin: 'gezinsbegeleiding', ouder: 'ouderbegeleiding', groep: 'groep' })
  setOnwards(slots, 'gezinnen', targets.verder)
  setWords(slots, 'leefomgeving')
  setFamilyScores(slots)
  setTriad(slots, 'plan', 'gezinnen/plan', [44, 41, 15], targets.triadsNa['plan']!)
  setTriad(slots, 'vakmanschap', 'gezinnen/vakmanschap', [34, 33, 33], targets.triadsNa['vakmanschap']!)
  setFamilyStones(slots)
}

function optionOf(slot: Slot, key: string): string {
  const answer = slot.answers[key]
  return answer?.is === 'option' ? answer.option : ''
}

function setTellers(slots: Slot[]): void {
  const spoken = (slot: Slot) => slot.story ? `${slot.facts['verteller']}/${slot.facts['kanaal']}` : undefined
  const random = randomFor('gezinnen/leeftijd')
  deal(slots, 'gezinnen/verteller', targets.vertellerBron, spoken).forEach((both, at) => {
    const slot = slots[at]!
    const [teller, source] = both.split('/') as [string, string]
    slot.answers['verteller'] = { is: 'option', option: teller }
    slot.answers['bron'] = { is: 'option', option: source }
    const age = ageOf(slot, teller, random.next())
    if (random.next() > 0.05 || slot.facts['leeftijd']) slot.answers['leeftijd'] = { is: 'number', value: age }
  })
}

/** Years; a young person's age lies in the first class of the story, a parent is between 24 and 56. */
function ageOf(slot: Slot, teller: string, chance: number): number {
  if (slot.facts['leeftijd']) return Number(slot.facts['leeftijd'])
  if (teller === 'ouder') return 24 + Math.floor(chance * 33)
  const [from, to] = { '0-11': [10, 11], '12-15': [12, 15], '16-18': [16, 18],
    '19-23': [19, 22] }[slot.facts['leeftijden']?.split(',')[0] ?? '12-15'] ?? [12, 15]
  return from! + Math.floor(chance * (to! - from! + 1))
}

/** Influence leads; being listened to and being free of judgement follow it, with noise. */
function setFamilyScores(slots: Slot[]): void {
  const mood = randomFor('gezinnen/stemming')
  const moods = new Map(slots.map((slot) => [slot, slot.tone + 0.9 * mood.normal()]))
  const follow = (name: string, noise: number) => {
    const random = randomFor(`gezinnen/${name}/noise`)
    return (slot: Slot) => moods.get(slot)! + noise * random.normal()
  }
  setScores(slots, 'invloed', dealScores(slots, 'invloed', 'gezinnen/invloed', targets.bars.invloed, follow('invloed', 0.2),
    { 2: 'below', 9: 'above' }))
  setScores(slots, 'oordeelloos', dealScores(slots, 'oordeel', 'gezinnen/oordeelloos', targets.bars.oordeelloos, follow('oordeelloos', 0.8)))
  setScores(slots, 'luisteren', dealScores(slots, 'luisteren', 'gezinnen/luisteren', targets.bars.luisteren, follow('luisteren', 0.6)))
}

/** The youngest children's families put the click high on both axes; three of them, the least satisfied, did not. */
function setFamilyStones(slots: Slot[]): void {
  const young = slots.filter((slot) => slot.answers['leeftijden']?.is === 'options' && slot.answers['leeftijden'].options.includes('0-11'))
  const exceptions = new Set([...young].sort((a, b) => a.tone - b.tone).slice(0, 3))
  const bend = (slot: Slot, stone: string, x: number, y: number): [number, number] => {
    if (stone !== 'klik' || !young.includes(slot)) return [x, y]
    return exceptions.has(slot) ? [Math.min(x, 42), y] : [Math.max(x + 3, 62 + (x % 5)), Math.max(y + 3, 64 + (y % 5))]
  }
  setStones(slots, 'ervaring-belang', 'gezinnen/stenen', targets.stones, STONE_MEANS, bend)
  setStonesOnLine(slots, 'factoren', 'gezinnen/factoren', targets.factors, FACTOR_MEANS)
}
