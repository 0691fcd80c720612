// The two questionnaires of Demostad as one list of questions; a question both groups were asked has two wordings.
import { SignifierShape } from '../shared/domain/signifier.ts'
import type { SampleGroup, SampleSignifier } from './sample.ts'

type Wordings = Partial<Record<SampleGroup, string>>
type Rest = Partial<Omit<SignifierShape, 'key' | 'kind' | 'title'>>

function ask(key: string, kind: SignifierShape['kind'], wordings: Wordings, rest: Rest = {}): SampleSignifier {
  const title = wordings.gezinnen ?? wordings.medewerkers ?? key
  return { shape: SignifierShape.parse({ key, kind, title, ...rest }), wordings }
}

/** "ja: Ja, graag" -> { key: 'ja', label: 'Ja, graag' }. */
const named = (lines: string[]) => lines.map((line) => {
  const colon = line.indexOf(':')
  return { key: line.slice(0, colon), label: line.slice(colon + 1).trim() }
})

const SATISFACTION = named(['1: Zeer ontevreden', '2: Ontevreden', '3: Neutraal', '4: Tevreden', '5: Zeer tevreden'])
const CHANGE = named(['1: Veel slechter', '2: Slechter', '3: Hetzelfde', '4: Beter', '5: Veel beter'])
const DISTRICTS = named(['oost: Oost', 'west: West', 'zuid: Zuid', 'oude-wijken: Oude wijken', 'centrum: Centrum', 'overig: Overig'])
const AGES = named(['0-11: Jonger dan 12', '12-15: 12 tot en met 15', '16-18: 16 tot en met 18', '19-23: 19 tot en met 23'])
const HOUSEHOLD = named([
  'een-huis: De kinderen wonen in één huis', 'meer-huizen: De kinderen wonen in meer dan één huis', 'twee-ouders: Twee ouders',
  'een-ouder: Eén ouder', 'samengesteld: Samengesteld gezin', 'kind-1: Eén kind', 'kind-2: Twee kinderen', 'kind-3: Drie kinderen',
  'kind-4: Vier of meer kinderen', 'huisdieren: Er zijn huisdieren'
])
const SUPPORT = named(['kind: Voor een kind', 'gezin: Voor het gezin', 'ouder: Voor een ouder', 'groep: In een groep'])
const ONWARDS = named([
  'zonder: Zonder ondersteuning', 'gespecialiseerd: Met gespecialiseerde hulp', 'netwerk: Met hulp van mensen om het gezin heen',
  'basis: Met basisvoorzieningen in de wijk', 'anders: Anders, namelijk'
])
const STONES = named([
  'klik: Klik', 'passend: Passende hulp', 'dichtbij: Dichtbij', 'op-tijd: Op tijd', 'een-plan: Eén plan',
  'toegankelijk: Toegankelijkheid', 'samenwerking: Samenwerking', 'netwerk: Sociaal netwerk'
])
const FACTORS = named([
  'school: School', 'familie: Familie', 'vrienden: Vrienden', 'professionals: Professionals', 'voorzieningen: Voorzieningen in de buurt',
  'buren: Buren', 'vereniging: Vereniging', 'geloof: Geloof'
])

export const signifiers: SampleSignifier[] = [
  ask('verteller', 'choice', { gezinnen: 'Wie vertelt dit verhaal?' },
    { options: named(['ouder: Een ouder of verzorger', 'jeugdige: Een jeugdige']) }),
  ask('rol', 'choice', { medewerkers: 'Wat is je rol?' }, { options: named(['coach: Gezinscoach', 'ondersteuner: Gezinsondersteuner']) }),
  ask('bron', 'choice', { gezinnen: 'Hoe is het verhaal ingevuld?' },
    { options: named(['app: In de app met een medewerker', 'web: Thuis op de website']) }),
  ask('stadsdeel', 'choice', { gezinnen: 'In welk deel van Demostad woont u?', medewerkers: 'In welk stadsdeel woont het gezin uit je verhaal?' },
    { options: DISTRICTS }),
  ask('leeftijden', 'multi', { gezinnen: 'Hoe oud zijn de kinderen voor wie er ondersteuning was?',
    medewerkers: 'Hoe oud zijn de kinderen in je verhaal?' }, { options: AGES }),
  ask('gezinssituatie', 'multi', { gezinnen: 'Hoe ziet uw gezin eruit?', medewerkers: 'Hoe ziet het gezin eruit?' },
    { options: HOUSEHOLD }),
  ask('leeftijd', 'number', { gezinnen: 'Hoe oud bent u zelf?' }),
  ask('ervaring', 'number', { medewerkers: 'Hoeveel jaar doe je dit werk?' }),
  ask('sinds', 'date', { gezinnen: 'Wanneer begon de ondersteuning ongeveer?' }),
  ask('tevredenheid', 'likert', { gezinnen: 'Hoe tevreden bent u over de ondersteuning in dit verhaal?',
    medewerkers: 'Hoe tevreden ben je over de ondersteuning die jullie gaven?' },
    { options: SATISFACTION, highLast: true }),
  ask('gezinsleven', 'likert', { gezinnen: 'Hoe tevreden bent u nu over het leven thuis?' }, { options: SATISFACTION, highLast: true }),
  ask('effect-gezin', 'likert', { gezinnen: 'Wat deed de ondersteuning met het leven in uw gezin?',
    medewerkers: 'Wat deed de ondersteuning met de ouders?' },
    { options: CHANGE, highLast: true }),
  // Asked with the best answer first, as questionnaires do now and then: an import has to ask which end is high.
  ask('effect-jeugd', 'likert', { gezinnen: 'Wat deed de ondersteuning met uw kind, of met jou?',
    medewerkers: 'Wat deed de ondersteuning met de jeugdige?' },
    { options: [...CHANGE].reverse(), highLast: false }),
  ask('steun', 'multi', { gezinnen: 'Voor wie was de ondersteuning?', medewerkers: 'Op wie was de ondersteuning gericht?' },
    { options: SUPPORT }),
  ask('verder', 'multi', { gezinnen: 'Hoe gaat het gezin hierna verder?', medewerkers: 'Hoe kan dit gezin volgens jou verder?' },
    { options: ONWARDS }),
  ask('verder-anders', 'text', { gezinnen: 'Anders, namelijk', medewerkers: 'Anders, namelijk' }, { linkedTo: 'verder' }),
  ask('invloed', 'slider', { gezinnen: 'Hoeveel had u zelf te zeggen over de ondersteuning?',
    medewerkers: 'Hoeveel had het gezin te zeggen over de ondersteuning?' }, { anchors: ['Niets', 'Alles'] }),
  ask('oordeelloos', 'slider', { gezinnen: 'Voelde u zich zonder oordeel bekeken?', medewerkers: 'Kon je zonder oordeel naar dit gezin kijken?' },
    { anchors: ['Helemaal niet', 'Helemaal wel'] }),
  ask('luisteren', 'slider', { gezinnen: 'Werd er naar u geluisterd?', medewerkers: 'Is het gelukt om echt te luisteren?' },
    { anchors: ['Helemaal niet', 'Helemaal wel'] }),
  ask('duidelijk', 'slider', { medewerkers: 'Hoe duidelijk was voor jou wat het gezin nodig had?' },
    { anchors: ['Volstrekt onduidelijk', 'Volstrekt duidelijk'] }),
  ask('plan', 'triad', { gezinnen: 'Wie bepaalde wat er ging gebeuren?', medewerkers: 'Wie bepaalde in dit verhaal wat er ging gebeuren?' },
    { anchors: ['Het gezin', 'De professional', 'De mensen om het gezin heen'] }),
  ask('vakmanschap', 'triad', { gezinnen: 'Waar leunde de medewerker vooral op?', medewerkers: 'Waar leunde je zelf vooral op?' },
    { anchors: ['Kennis', 'Ervaring', 'Gevoel'] }),
  ask('ervaring-belang', 'stones', { gezinnen: 'Leg elke steen neer naar hoe het was en hoe belangrijk u het vindt',
    medewerkers: 'Leg elke steen neer naar hoe het ging en hoe belangrijk het voor dit gezin was' },
    { anchors: ['Slechte ervaring', 'Goede ervaring', 'Niet belangrijk', 'Heel belangrijk'], stones: STONES }),
  ask('factoren', 'stones', { gezinnen: 'Hoe belangrijk zijn deze voor het opgroeien van uw kind?' },
    { anchors: ['Niet belangrijk', 'Heel belangrijk'], stones: FACTORS }),
  ask('factoren-genoemd', 'multi', { medewerkers: 'Wie of wat hielp de jeugdige in dit verhaal vooruit?' }, { options: FACTORS }),
  ask('leefomgeving', 'text', { gezinnen: 'Mist u iets in de plek waar uw kind opgroeit?' })
]
