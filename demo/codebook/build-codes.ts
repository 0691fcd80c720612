// Puts the codes of Demostad together as a tree with two levels.
import type { SampleCode } from '../sample.ts'
import type { CodeText } from './code-text.ts'
import { helpRequests } from './help-requests.ts'
import { clickTraits, frictions, upbringings } from './second-round.ts'
import { cooperation, experiences, interventions, networks } from './support.ts'

type Branch = { key: string; name: string; definition: string; hue: number; codes: CodeText[] }

const BRANCHES: Branch[] = [
  { key: 'ervaring', name: 'Ervaren hulp', definition: 'Hoe de hulp beleefd werd.', hue: 0, codes: experiences },
  { key: 'hulpvraag', name: 'Hulpvraag', definition: 'Waarvoor een gezin hulp zocht of kreeg.', hue: 3, codes: helpRequests },
  { key: 'interventie', name: 'Interventie', definition: 'Wat er gedaan is.', hue: 6, codes: interventions },
  { key: 'samenwerking', name: 'Samenwerking', definition: 'Hoe professionals met elkaar werkten.', hue: 8, codes: cooperation },
  { key: 'netwerk', name: 'Netwerk', definition: 'Wat de mensen om het gezin heen betekenden.', hue: 10, codes: networks },
  { key: 'klikkenmerk', name: 'Waar de klik in zat', definition: 'Wat maakte dat het klikte, of juist niet. Naast Klik te gebruiken.', hue: 5, codes: clickTraits },
  { key: 'stroef', name: 'Waar het stroef liep', definition: 'Wat de hulp moeilijker maakte dan nodig.', hue: 4, codes: frictions },
  { key: 'opvoedvraag', name: 'Soort opvoedvraag', definition: 'Waar het bij opvoeden om ging. Naast Opvoeding te gebruiken.', hue: 11, codes: upbringings }
]

/** All codes, each branch before its codes; neighbours within a branch differ in hue, and so do a code and those used beside it. */
export function buildCodes(): SampleCode[] {
  return BRANCHES.flatMap(({ codes, ...branch }) => [
    { ...branch, parent: null, include: '', exclude: '', example: '' },
    ...codes.map(([key, name, definition, include, exclude, example], place) =>
      ({ key, parent: branch.key, name, hue: (branch.hue + 5 * place) % 12, definition, include, exclude, example }))
  ])
}
