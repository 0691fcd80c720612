// The four invented people who read and code the stories of Demostad.
import type { SampleCoder } from './sample.ts'

export const coders: SampleCoder[] = [
  {
    key: 'A', name: 'Anna de Boer', initials: 'AB', role: 'lead',
    background: 'Onderzoeker; werkte daarvoor acht jaar als gezinscoach in een andere gemeente.',
    statement: 'Ik herken veel van het werk in deze verhalen. Daardoor ben ik het snel met de medewerker eens. Daar let ik op.'
  },
  {
    key: 'B', name: 'Ruben Smeets', initials: 'RS', role: 'coder',
    background: 'Beleidsmedewerker jeugd bij de gemeente Demostad.',
    statement: 'Ik ken de cijfers en de wachttijden en lees snel naar een verklaring toe. Ik codeer bewust eerst wat er staat.'
  },
  {
    key: 'C', name: 'Samira Haddou', initials: 'SH', role: 'coder',
    background: 'Jongerenwerker in Oost, zelf opgegroeid in de wijk.',
    statement: 'Bij jongeren hoor ik vaak wat er niet gezegd wordt. Dat schrijf ik in een memo en niet in een codering.'
  },
  {
    key: 'D', name: 'Joke Wiersma', initials: 'JW', role: 'coder',
    background: 'Ervaringsdeskundige ouder en oud-leerkracht.',
    statement: 'Ik zat ooit aan de andere kant van de tafel. Over school heb ik dus overal een mening; daar let ik op.'
  }
]
