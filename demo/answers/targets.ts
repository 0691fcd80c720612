// How many stories give which answer, once all 171 are there. The deal below keeps to these numbers exactly.
// '-' is a blank answer, 'na' is n.v.t.; the eleven bars of a slider stand for 0, 10, …, 100, each score rounded to the nearest ten.

export const FAMILIES = 100
export const STAFF = 71

export type Counts = Record<string, number>

export const families = {
  tevredenheid: { 1: 4, 2: 4, 3: 8, 4: 46, 5: 38 } as Counts,
  gezinsleven: { 1: 3, 2: 4, 3: 17, 4: 44, 5: 28, '-': 4 } as Counts,
  'effect-gezin': { 1: 2, 2: 4, 3: 19, 4: 57, 5: 18 } as Counts,
  'effect-jeugd': { 1: 2, 2: 4, 3: 7, 4: 60, 5: 21, na: 6 } as Counts,
  verder: { zonder: 28, gespecialiseerd: 25, netwerk: 19, basis: 6, anders: 16, '-': 6 } as Counts,
  stadsdeel: { oost: 31, west: 27, zuid: 18, 'oude-wijken': 17, centrum: 3, overig: 4 } as Counts,
  /** ouder/app 43, ouder/web 39, jeugdige/app 10, jeugdige/web 8. */
  vertellerBron: { 'ouder/app': 43, 'ouder/web': 39, 'jeugdige/app': 10, 'jeugdige/web': 8 } as Counts,
  huis: { 'een-huis': 78, 'meer-huizen': 11, '-': 11 } as Counts,
  ouders: { 'twee-ouders': 54, 'een-ouder': 42, '-': 4 } as Counts,
  samengesteld: { samengesteld: 5, '-': 95 } as Counts,
  kinderen: { 'kind-1': 26, 'kind-2': 44, 'kind-3': 20, 'kind-4': 9, '-': 1 } as Counts,
  huisdieren: { huisdieren: 48, '-': 52 } as Counts,
  leeftijden: { '0-11': 58, '12-15': 32, '16-18': 20, '19-23': 2 } as Counts,
  steun: { kind: 51, gezin: 42, ouder: 33, groep: 4 } as Counts,
  bars: {
    invloed: [4, 3, 4, 2, 3, 10, 10, 17, 20, 14, 13],
    oordeelloos: [1, 1, 1, 1, 1, 8, 7, 12, 18, 18, 32],
    luisteren: [2, 2, 1, 0, 0, 1, 1, 4, 15, 40, 34]
  },
  stones: { klik: 95, passend: 89, dichtbij: 86, 'op-tijd': 79, 'een-plan': 75, toegankelijk: 74, samenwerking: 73, netwerk: 66 } as Counts,
  factors: { school: 83, familie: 83, vrienden: 81, professionals: 76, voorzieningen: 75, buren: 73, vereniging: 72, geloof: 60 } as Counts,
  triadsNa: { plan: 5, vakmanschap: 6 } as Counts
}

export const staff = {
  tevredenheid: { 3: 8, 4: 48, 5: 15 } as Counts,
  'effect-gezin': { 3: 6, 4: 45, 5: 20 } as Counts,
  'effect-jeugd': { 3: 5, 4: 53, 5: 13 } as Counts,
  verder: { zonder: 24, gespecialiseerd: 20, netwerk: 18, anders: 9 } as Counts,
  stadsdeel: { oost: 22, west: 18, zuid: 15, 'oude-wijken': 13, centrum: 2, overig: 1 } as Counts,
  rol: { coach: 46, ondersteuner: 25 } as Counts,
  huis: { 'een-huis': 57, 'meer-huizen': 10, '-': 4 } as Counts,
  ouders: { 'twee-ouders': 33, 'een-ouder': 36, '-': 2 } as Counts,
  samengesteld: { samengesteld: 4, '-': 67 } as Counts,
  kinderen: { 'kind-1': 17, 'kind-2': 27, 'kind-3': 17, 'kind-4': 8, '-': 2 } as Counts,
  huisdieren: { huisdieren: 24, '-': 47 } as Counts,
  leeftijden: { '0-11': 38, '12-15': 31, '16-18': 12, '19-23': 1 } as Counts,
  steun: { kind: 45, gezin: 33, ouder: 27, groep: 2 } as Counts,
  bars: {
    invloed: [1, 0, 1, 1, 2, 6, 7, 11, 14, 15, 13],
    oordeelloos: [2, 0, 1, 1, 2, 18, 7, 10, 12, 9, 8],
    luisteren: [1, 0, 0, 1, 2, 5, 6, 12, 15, 16, 13],
    duidelijk: [3, 0, 0, 0, 1, 3, 6, 15, 15, 14, 14]
  },
  stones: { klik: 68, dichtbij: 56, netwerk: 55, passend: 55, samenwerking: 54, 'op-tijd': 46, toegankelijk: 45, 'een-plan': 39 } as Counts,
  factorsNamed: { familie: 59, school: 56, vrienden: 55, professionals: 38, vereniging: 24, voorzieningen: 19, buren: 14, geloof: 6 } as Counts,
  triadsNa: { plan: 4, vakmanschap: 4 } as Counts
}
