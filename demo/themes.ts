// First themes of the invented team: two with a core and something that speaks against it, and one that is only begun.
import type { SampleAgreedCoding, SampleTheme } from './sample.ts'

type Written = Omit<SampleTheme, 'fragments'> & { fragments: { story: string; begins: string; side: 'supports' | 'contradicts'; telling: boolean; note: string }[] }

const WRITTEN: Written[] = [
  {
    name: 'Eerst de mens, dan het plan', coder: 'A', phase: 'review',
    concept: 'Dit thema gaat over een patroon waarin hulp pas begint te werken als iemand zich niet bekeken voelt.',
    inside: 'Iemand vertelt over een klein moment waarin de ander naast hen ging staan: op de grond, op de fiets, bij de friet. Daarna lukte er iets.',
    outside: 'Aardig gevonden worden. Het gaat om wat er daarna mogelijk werd.',
    tensions: 'Naast iemand staan kost tijd die er volgens de planning niet is. En: hoe dichtbij mag je komen?',
    counter: 'Bij een paar gezinnen was de band goed en veranderde er niets.',
    codes: ['klik-oordeel', 'klik-naast', 'klik-tempo', 'klik-luisteren'],
    fragments: [
      { story: 'G-008', begins: 'Ze vroeg wat ík wilde eten', side: 'supports', telling: true, note: 'Twaalf woorden, en alles staat erin.' },
      { story: 'G-014', begins: 'Ik heb niets tegen haar als mens', side: 'contradicts', telling: false, note: 'De band was er, de hulp niet.' },
      { story: 'G-012', begins: 'Aardig hoor maar', side: 'contradicts', telling: false, note: '' }
    ]
  },
  {
    name: 'Wachten doet iets met je', coder: 'D', phase: 'themes',
    concept: 'Dit thema gaat over een patroon waarin wachten niet leeg is: mensen worden er kleiner, bozer of stiller van.',
    inside: 'Wachten op een plek, een besluit of een mens, en wat er intussen thuis gebeurt.', outside: '', tensions: 'Voor medewerkers is wachten iets van een ander; voor gezinnen is het ook van ons.', counter: '',
    codes: ['stroef-wachten', 'stroef-loket', 'stroef-opnieuw'], fragments: []
  },
  { name: 'Wie houdt de draad vast?', coder: 'C', phase: 'themes', concept: '', inside: '', outside: '', tensions: '', counter: '', codes: ['regie', 'overdracht'], fragments: [] }
]

/** With the codings that their fragments are. Throws where the words are not among what the team agreed on. */
export const buildThemes = (agreed: readonly SampleAgreedCoding[]): SampleTheme[] => WRITTEN.map((theme) => ({
  ...theme, fragments: theme.fragments.map(({ story, begins, ...more }) => {
    const coding = agreed.find((one) => one.story === story && one.quote.startsWith(begins))
    if (!coding) throw new Error(`${theme.name}: nothing in ${story} begins with “${begins}”`)
    return { coding: coding.key, ...more }
  })
}))
