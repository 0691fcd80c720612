// The questionnaire of the staff, filled in.
import { randomFor } from '../random.ts'
import { deal, fact, setOptions, toneWithNoise, type Slot } from './deal.ts'
import { setStones, setTriad, type StoneMean } from './places.ts'
import { dealScores, setScores } from './scores.ts'
import { setDistrict, setHousehold, setOnwards, setTicks } from './shared-answers.ts'
import { staff as targets } from './targets.ts'

const STONE_MEANS: Record<string, StoneMean> = {
  klik: { x: 85, y: 88, spread: 8, pull: 6 }, dichtbij: { x: 77, y: 74, spread: 12, pull: 4 }, netwerk: { x: 44, y: 71, spread: 18, pull: 3 },
  passend: { x: 69, y: 84, spread: 11, pull: 8 }, samenwerking: { x: 70, y: 80, spread: 13, pull: 7 },
    'op-tijd': { x: 61, y: 75, spread: 15, pull: 5 },
  toegankelijk: { x: 74, y: 76, spread: 12, pull: 3 }, 'een-plan': { x: 63, y: 68, spread: 15, pull: 5 }
}

export function answerStaff(slots: Slot[]): void {
  setOptions(slots, 'tevredenheid', deal(slots, 'medewerkers/tevredenheid', targets.tevredenheid, fact('tevreden')))
  for (const slot of slots) slot.tone = slot.answers['tevredenheid']?.is === 'option' ? Number(slot.answers['tevredenheid'].option) : 0
  for (const key of ['effect-gezin', 'effect-jeugd'] as const) {
    setOptions(slots, key, deal(slots, `medewerkers/${key}`, targets[key], fact(key), toneWithNoise(`medewerkers/${key}`, 0.5)))
  }
  setOptions(slots, 'rol', deal(slots, 'medewerkers/rol', targets.rol, fact('rol')))
  setYears(slots)
  setDistrict(slots, 'medewerkers', targets.stadsdeel, 1)
  setHousehold(slots, 'medewerkers', targets)
  setTicks(slots, 'medewerkers', 'leeftijden', targets.leeftijden)
  setTicks(slots, 'medewerkers', 'steun', targets.steun)
  setTicks(slots, 'medewerkers', 'factoren-genoemd', targets.factorsNamed)
  setOnwards(slots, 'medewerkers', targets.verder)
  setStaffScores(slots)
  setTriad(slots, 'plan', 'medewerkers/plan', [43, 42, 15], targets.triadsNa['plan']!)
  setTriad(slots, 'vakmanschap', 'medewerkers/vakmanschap', [34, 33, 33], targets.triadsNa['vakmanschap']!)
  setStones(slots, 'ervaring-belang', 'medewerkers/stenen', targets.stones, STONE_MEANS, (_, __, x, y) => [x, y])
}

function setYears(slots: Slot[]): void {
  const random = randomFor('medewerkers/ervaring')
  for (const slot of slots) {
    const years = 1 + Math.floor(30 * random.next() ** 1.6)
    slot.answers['ervaring'] = { is: 'number', value: Number(slot.facts['ervaring'] ?? years) }
  }
}

function setStaffScores(slots: Slot[]): void {
  const bars = targets.bars
  setScores(slots, 'invloed', dealScores(slots, 'invloed', 'medewerkers/invloed', bars.invloed, toneWithNoise('medewerkers/invloed', 0.8)))
  setScores(slots, 'oordeelloos', dealScores(slots, 'oordeel', 'medewerkers/oordeelloos', bars.oordeelloos,
    toneWithNoise('medewerkers/oordeelloos', 2)))
  setScores(slots, 'luisteren', dealScores(slots, 'luisteren', 'medewerkers/luisteren', bars.luisteren, toneWithNoise('medewerkers/luisteren', 0.8)))
  setScores(slots, 'duidelijk', dealScores(slots, 'duidelijk', 'medewerkers/duidelijk', bars.duidelijk,
    toneWithNoise('medewerkers/duidelijk', 0.9), { 6: 'above' }))
}
