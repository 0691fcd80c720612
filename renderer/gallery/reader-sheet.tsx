// The reading surface as a screen would use it: a long story, many coders, the teller's answers beside it.
import { useRef, useState } from 'react'
import { AnswerPicture } from '../charts/answer-picture.tsx'
import { Reader } from '../reader/reader.tsx'
import type { ReaderCoding, ReaderHandle, ReaderSelection } from '../reader/types.ts'
import { Button } from '../ui/button.tsx'
import { SplitPane } from '../ui/split-pane.tsx'

const BODY = `Toen we voor het eerst bij elkaar zaten, wist ik meteen: met haar kan ik praten. Ze had haar jas nog aan en vroeg eerst hoe het met de hond was. Dat klinkt als niets, maar de vorige keren begon iedereen over formulieren.

Mijn zoon van elf zei niets. Hij keek naar zijn schoenen. Zij wachtte gewoon. Na een kwartier zei hij: “Ik wil niet naar die school.” Dat had hij nog nooit tegen iemand gezegd, ook niet tegen mij.

Daarna ging het snel, en soms te snel. Er kwam een plan. Er kwamen mensen bij van school, van de gemeente en van <naam>, en ik moest elke keer opnieuw vertellen wat er was. Ik heb het opgeschreven op een briefje zodat ik het kon voorlezen. 😅

Wat hielp was dat ze wist waar ze het over had. Ze legde uit hoe zo’n onderzoek gaat en wat er in het rapport komt te staan, en waarom. Als ik iets niet begreep, zei ze het nog een keer, zonder te zuchten. Mijn zus zat erbij en die zei later: die mevrouw kan haar vak.

Nu, een jaar later, gaat hij drie ochtenden. Het is geen wonder, maar het is ook niet niks. Ik bel haar niet meer elke week. Ik weet dat het kan, en dat is eigenlijk genoeg.

אמא שלי אמרה שהכול יהיה בסדר.

Aan mensen die dit lezen zou ik willen zeggen: begin niet met het formulier. Begin met de hond.`

const codeOf = {
  klik: ['klik', 1], wachten: ['geduld hebben', 2], school: ['onderwijs/school', 3], opnieuw: ['steeds opnieuw je verhaal vertellen', 4],
  expertise: ['expertise', 5], netwerk: ['eigen netwerk', 6], zelf: ['weer zelf kunnen', 8], advies: ['advies aan anderen', 9]
} as const

function coding(at: number, code: keyof typeof codeOf, quote: string, initials: string, more: Partial<ReaderCoding> = {}): ReaderCoding {
  const start = BODY.indexOf(quote)
  const [codeName, colour] = codeOf[code]
  return { id: `c${at}`, codeId: code, codeName, colour, coderInitials: initials, coderName: { AB: 'Anna Bakker', CM: 'Chris Mulder', JV: 'Jan de Vries' }[initials] ?? initials, mine: initials === 'AB', start, end: start + quote.length, ...more }
}

const first: ReaderCoding[] = [
  coding(1, 'klik', 'wist ik meteen: met haar kan ik praten', 'AB'),
  coding(2, 'klik', 'met haar kan ik praten. Ze had haar jas nog aan en vroeg eerst hoe het met de hond was', 'CM'),
  coding(3, 'wachten', 'Zij wachtte gewoon. Na een kwartier zei hij', 'AB'),
  coding(4, 'school', '“Ik wil niet naar die school.”', 'JV'),
  coding(5, 'klik', 'Zij wachtte gewoon. Na een kwartier zei hij: “Ik wil niet naar die school.” Dat had hij nog nooit tegen iemand gezegd, ook niet tegen mij.', 'CM'),
  coding(6, 'opnieuw', 'ik moest elke keer opnieuw vertellen wat er was', 'AB'),
  coding(7, 'opnieuw', 'opnieuw vertellen wat er was. Ik heb het opgeschreven op een briefje', 'JV'),
  coding(8, 'expertise', 'Wat hielp was dat ze wist waar ze het over had', 'AB'),
  coding(9, 'expertise', 'Ze legde uit hoe zo’n onderzoek gaat en wat er in het rapport komt te staan, en waarom. Als ik iets niet begreep, zei ze het nog een keer, zonder te zuchten.', 'CM'),
  coding(10, 'netwerk', 'Mijn zus zat erbij', 'JV'),
  coding(11, 'expertise', 'die mevrouw kan haar vak', 'JV', { pending: true }),
  coding(12, 'zelf', 'Ik bel haar niet meer elke week. Ik weet dat het kan, en dat is eigenlijk genoeg.', 'AB'),
  coding(13, 'advies', 'begin niet met het formulier. Begin met de hond.', 'AB'),
  coding(14, 'klik', 'nog een keer, zonder te zuchten', 'AB')
]

export function ReaderSheet() {
  const [codings, setCodings] = useState(first)
  const [active, setActive] = useState<string | null>('c3')
  const [selection, setSelection] = useState<ReaderSelection | null>(null)
  const reader = useRef<ReaderHandle>(null)
  const code = () => {
    if (!selection) return
    setCodings([...codings, { ...codings[0]!, id: `n${codings.length}`, start: selection.start, end: selection.end }])
  }
  const aside = (
    <div className="gallery-reader-panel">
      <div><h2>Het plan kwam van</h2><AnswerPicture signifier={{ kind: 'triad', options: [], stones: [], anchors: ['het gezin zelf', 'de professional', 'het netwerk'] }} value={{ is: 'triad', shares: [55, 35, 10] }} /></div>
      <div><h2>Invloed op de hulp</h2><AnswerPicture signifier={{ kind: 'slider', options: [], stones: [], anchors: ['niets te zeggen', 'alles zelf'] }} value={{ is: 'number', value: 78 }} /></div>
      <div>
        <h2>Anders, namelijk</h2>
        <Reader look="note" textId="n" revision={1} body="Via de buurvrouw, die kende haar van de kerk." language="nl" label="Anders, namelijk" codings={[]} activeCoding={null} onActivate={() => undefined} onSelect={() => undefined} />
      </div>
      <div className="gallery-row">
        <Button small onPress={code} isDisabled={!selection}>Codeer als klik</Button>
        <Button small onPress={() => { reader.current?.scrollTo(BODY.length - 60); reader.current?.flash({ start: BODY.length - 48, end: BODY.length }) }}>Naar het slot</Button>
      </div>
      <p>{selection ? `${selection.start}–${selection.end}` : 'Niets geselecteerd'}</p>
    </div>
  )
  return (
    <div className="gallery-reader">
      <SplitPane remember="gallery" right={{ name: 'Van de verteller', content: aside, width: 300 }}>
        <Reader
          ref={reader} textId="t" revision={1} body={BODY} language="nl" label="Verhaal G-014" codings={codings} activeCoding={active} onActivate={setActive} onSelect={setSelection}
          onResize={(id, span) => setCodings(codings.map(each => each.id === id ? { ...each, ...span } : each))}
        />
      </SplitPane>
    </div>
  )
}
