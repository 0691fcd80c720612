// Puts the codes of Demostad together as a tree with two levels.
import type { SampleCode } from '../sample.ts'
import type { CodeText } from './code-text.ts'
import { helpRequests } from './help-requests.ts'
import { cooperation, experiences, interventions, networks } from './support.ts'

type Branch = { key: string; name: string; definition: string; hue: number; codes: CodeText[] }

const BRANCHES: Branch[] = [
  { key: 'ervaring', name: 'Ervaren hulp', definition: 'Hoe de hulp beleefd werd.', hue: 0, codes: experiences },
  { key: 'hulpvraag', name: 'Hulpvraag', definition: 'Waarvoor een gezin hulp zocht of kreeg.', hue: 3, codes: helpRequests },
  { key: 'interventie', name: 'Interventie', definition: 'Wat er gedaan is.', hue: 6, codes: interventions },
  { key: 'samenwerking', name: 'Samenwerking', definition: 'Hoe professionals met elkaar werkten.', hue: 8, codes: cooperation },
  { key: 'netwerk', name: 'Netwerk', definition: 'Wat de mensen om het gezin heen betekenden.', hue: 10, codes: networks }
]

/** All codes, each branch before its codes; neighbours within a branch differ in hue. */
export function buildCodes(): SampleCode[] {
  return BRANCHES.flatMap(({ codes, ...branch }) => [
    { ...branch, parent: null, include: '', exclude: '', example: '' },
    ...codes.map(([key, name, definition, include, exclude, example], place) =>
      ({ key, parent: branch.key, name, hue: (branch.hue + 5 * place) % 12, definition, include, exclude, example }))
  ])
}
