// Memos and journal entries of the invented team: on stories, codes and codings, and on the work itself.
import type { SampleCoding, SampleMemo } from './sample.ts'

const entry = (coder: string, at: string, text: string): SampleMemo => ({ on: { kind: 'journal' }, coder, at, text })
const onStory = (story: string, coder: string, at: string, text: string): SampleMemo => ({ on: { kind: 'story', story }, coder, at, text })
const onCode = (code: string, coder: string, at: string, text: string): SampleMemo => ({ on: { kind: 'code', code }, coder, at, text })

const WRITTEN: SampleMemo[] = [
  entry('A', '2025-07-01T09:10:00Z',
    'Eerste leesdag. Ik merk dat ik bij de boze verhalen langzamer lees dan bij de vrolijke. Voortaan in vaste volgorde, niet op gevoel.'),
  entry('B', '2025-07-02T13:40:00Z',
    'Ik wil bij elk verhaal weten welk team het was. Dat staat er niet, en dat is goed ook. Opschrijven en loslaten.'),
  entry('A', '2025-07-03T16:05:00Z',
    'Besproken met Ruben: klik gaat ook over het ontbreken ervan. We hebben de definitie aangepast en de eerste twaalf verhalen opnieuw langsgelopen.'),
  entry('B', '2025-07-08T10:20:00Z',
    'Halverwege. Veel kleine voorwerpen in deze verhalen: een doos, een pen, viltjes, een la. Zijn het ankers voor wat mensen onthouden? Nog geen code van maken.'),
  entry('A', '2025-07-10T15:30:00Z',
    'De verhalen van medewerkers zijn langer en gaan vaker over andere professionals. Opletten dat we lengte niet voor belang aanzien.'),
  entry('C', '2025-07-14T09:00:00Z',
    'Begonnen met de jongeren. Ze schrijven korter en preciezer dan ik had verwacht. Het woord "fijn" betekent bij hen minder dan bij ouders.'),
  entry('D', '2025-07-15T19:30:00Z',
    'School komt in bijna elk verhaal voorbij, ook als het er niet over gaat. Ik codeer het alleen als school iets doet of als er iets moet gebeuren.'),
  entry('C', '2025-07-17T11:45:00Z',
    'Bij de verhalen over geweld een pauze gehouden. Afspraak met Joke: niet meer dan drie daarvan op een dag.'),
  entry('A', '2025-07-22T14:10:00Z',
    'Eerste gesprek over de verhalen die we dubbel lazen. We verschillen vaker over waar een fragment begint dan over wat het is.'),
  entry('D', '2025-07-24T10:05:00Z',
    'Ik had bij alleenstaand ouderschap ook de vaders geteld die er wel zijn maar niets doen. Samira niet. Definitie aangevuld en teruggelopen.'),
  entry('A', '2025-07-31T16:00:00Z',
    'Gezamenlijke laag afgerond. Wat niet gedeeld werd, staat nog bij wie het zag: dat gooien we niet weg.'),
  onStory('G-031', 'C', '2025-07-16T10:20:00Z',
    'Ze vroeg een huis en kreeg een cursus. Huisvesting stond niet in ons codeboek voor gezinnen; bij de medewerkers wel. Zegt dat iets over wie er mag bepalen wat de vraag is?'),
  onStory('G-067', 'A', '2025-07-18T13:15:00Z',
    'Vier keer klik in honderdvijftig woorden. Een blij verhaal leest snel; wat is hier eigenlijk gedaan?'),
  onStory('G-071', 'D', '2025-07-18T15:40:00Z',
    'Een vader die zegt dat hij zijn kinderen niet ziet. We horen één kant. Dat geldt voor alle verhalen, hier merk ik het.'),
  onStory('G-100', 'A', '2025-07-21T09:25:00Z',
    'Het langste verhaal. Bij een sessie in delen lezen, niet inkorten: het omlopen hoort erbij.'),
  onStory('M-013', 'C', '2025-07-23T11:10:00Z', 'Een medewerker die schrijft dat hij het niet weet. Bewaren voor de leersessie.'),
  onStory('M-046', 'D', '2025-07-23T15:00:00Z',
    'Wat in het dossier als mislukking geldt, noemt deze verteller het sterkste moment. Tegenverhaal bij de cijfers over terugval.'),
  onCode('school', 'D', '2025-07-15T19:50:00Z',
    'Thuiszitten is meer dan school. Als een kind al maanden niet gaat, krijgt het fragment allebei of alleen thuiszitten.'),
  onCode('net-steunend', 'A', '2025-07-22T15:00:00Z',
    'Maar vier verhalen van medewerkers. Wordt er weinig gesteund of weinig over verteld? Bij de gezinnen staat steun onder de interventies.'),
  entry('A', '2025-07-28T09:20:00Z',
    'Begonnen aan de tweede ronde: waar zat de klik in, waar liep het stroef, welke opvoedvraag was het. Alleen in de verhalen met één lezer. De dubbel gelezen verhalen laten we zoals ze zijn, anders klopt de vergelijking niet meer.'),
  onCode('klik-oordeel', 'C', '2025-07-29T10:35:00Z',
    'Samen met Echt luisteren de lastigste. Laatst gebruikte ik ze allebei, voor twee zinnen na elkaar. Bespreken.'),
  onCode('stroef-wachten', 'D', '2025-07-30T13:50:00Z',
    'Bij medewerkers gaat wachten meestal over een andere instelling, bij gezinnen ook over ons. Misschien splitsen.'),
  onStory('G-004', 'A', '2025-07-01T11:15:00Z',
    'Hier is weinig te coderen als hulpvraag en veel als teleurstelling. Onze codes zijn misschien te braaf voor dit verhaal.'),
  onStory('G-008', 'A', '2025-07-01T11:40:00Z',
    'Twaalf woorden. Niet wegleggen als "te kort": wat ze kiest om te vertellen is gevraagd worden.'),
  onStory('G-009', 'B', '2025-07-02T14:25:00Z', 'Ik schoot bij dit verhaal in de verdediging. Een week later nog een keer lezen.'),
  onStory('M-003', 'A', '2025-07-09T09:50:00Z',
    'De verteller beschrijft drie instanties en noemt zichzelf pas op het laatst. Past dat bij regie, of juist bij het ontbreken ervan?'),
  onCode('klik', 'A', '2025-07-03T16:20:00Z',
    'Grens met Expertise: gaat het om wie iemand is of om wat iemand kan? Bij het wassen van de afwas koos ik klik, Ruben niet. Allebei verdedigbaar.'),
  onCode('opvoeding', 'B', '2025-07-08T11:00:00Z',
    'Deze code dreigt alles op te slokken. Voorstel: alleen als de verteller het zelf over opvoeden heeft, ook zonder dat woord.')
]

/** A memo on a coding finds it by story, code and coder, so that it moves along when the words around it change. */
const ON_CODINGS: { story: string; code: string; coder: string; at: string; text: string }[] = [
  { story: 'G-001', code: 'klik', coder: 'A', at: '2025-07-01T10:02:00Z',
    text: 'Humor als eerste gebaar. Komt vaker voor bij de hoge scores; nagaan of dat ook bij de lage zo is.' },
  { story: 'G-007', code: 'klik', coder: 'B', at: '2025-07-02T15:05:00Z',
    text: 'Alles zit in één blik. De medewerker weet dit waarschijnlijk niet eens.' },
  { story: 'G-006', code: 'expertise', coder: 'A', at: '2025-07-04T09:30:00Z',
    text: 'Twijfel: is de stoelenmethode expertise, of is het durven zwijgen dat?' },
  { story: 'G-093', code: 'klik', coder: 'D', at: '2025-07-16T14:05:00Z',
    text: 'Ook het afscheid staat op het bord. Voorspelbaar zijn ís hier de klik.' },
  { story: 'G-090', code: 'expertise', coder: 'A', at: '2025-07-19T10:30:00Z',
    text: 'Ze zegt dat er geen band was en is toch zeer tevreden. Naast de verhalen met veel klik leggen.' },
  { story: 'M-052', code: 'overdracht', coder: 'C', at: '2025-07-24T09:15:00Z',
    text: 'Overdracht als iets wat elke keer opnieuw niet lukt. Is dat nog overdracht of hoort dit bij veiligheid?' },
  { story: 'M-002', code: 'net-steunend', coder: 'A', at: '2025-07-09T10:15:00Z',
    text: 'Een steunend netwerk van één persoon die bijna niets zegt.' }
]

/** Throws when a memo's coding no longer exists. */
export function buildMemos(codings: SampleCoding[]): SampleMemo[] {
  return [...WRITTEN, ...ON_CODINGS.map(({ story, code, coder, at, text }): SampleMemo => {
    const coding = codings.find((one) => one.story === story && one.code === code && one.coder === coder)
    if (!coding) throw new Error(`memo of ${coder}: no coding ${code} in ${story}`)
    return { on: { kind: 'coding', coding: coding.key }, coder, at, text }
  })].sort((a, b) => (a.at < b.at ? -1 : 1))
}
