// Memos and journal entries of the invented team: on stories, codes and codings, and on the work itself.
import type { SampleCoding, SampleMemo } from './sample.ts'

const entry = (coder: string, at: string, text: string): SampleMemo => ({ on: { kind: 'journal' }, coder, at, text })
const onStory = (story: string, coder: string, at: string, text: string): SampleMemo => ({ on: { kind: 'story', story }, coder, at, text })
const onCode = (code: string, coder: string, at: string, text: string): SampleMemo => ({ on: { kind: 'code', code }, coder, at, text })

const WRITTEN: SampleMemo[] = [
  entry('A', '2025-07-01T09:10:00Z', 'Eerste leesdag. Ik merk dat ik bij de boze verhalen langzamer lees dan bij de vrolijke. Voortaan in vaste volgorde, niet op gevoel.'),
  entry('B', '2025-07-02T13:40:00Z', 'Ik wil bij elk verhaal weten welk team het was. Dat staat er niet, en dat is goed ook. Opschrijven en loslaten.'),
  entry('A', '2025-07-03T16:05:00Z', 'Besproken met Ruben: klik gaat ook over het ontbreken ervan. We hebben de definitie aangepast en de eerste twaalf verhalen opnieuw langsgelopen.'),
  entry('B', '2025-07-08T10:20:00Z', 'Halverwege. Veel kleine voorwerpen in deze verhalen: een doos, een pen, viltjes, een la. Zijn het ankers voor wat mensen onthouden? Nog geen code van maken.'),
  entry('A', '2025-07-10T15:30:00Z', 'De verhalen van medewerkers zijn langer en gaan vaker over andere professionals. Opletten dat we lengte niet voor belang aanzien.'),
  onStory('G-004', 'A', '2025-07-01T11:15:00Z', 'Hier is weinig te coderen als hulpvraag en veel als teleurstelling. Onze codes zijn misschien te braaf voor dit verhaal.'),
  onStory('G-008', 'A', '2025-07-01T11:40:00Z', 'Twaalf woorden. Niet wegleggen als "te kort": wat ze kiest om te vertellen is gevraagd worden.'),
  onStory('G-009', 'B', '2025-07-02T14:25:00Z', 'Ik schoot bij dit verhaal in de verdediging. Een week later nog een keer lezen.'),
  onStory('M-003', 'A', '2025-07-09T09:50:00Z', 'De verteller beschrijft drie instanties en noemt zichzelf pas op het laatst. Past dat bij regie, of juist bij het ontbreken ervan?'),
  onCode('klik', 'A', '2025-07-03T16:20:00Z', 'Grens met Expertise: gaat het om wie iemand is of om wat iemand kan? Bij het wassen van de afwas koos ik klik, Ruben niet. Allebei verdedigbaar.'),
  onCode('opvoeding', 'B', '2025-07-08T11:00:00Z', 'Deze code dreigt alles op te slokken. Voorstel: alleen als de verteller het zelf over opvoeden heeft, ook zonder dat woord.')
]

/** A memo on a coding finds it by story, code and coder, so that it moves along when the words around it change. */
const ON_CODINGS: { story: string; code: string; coder: string; at: string; text: string }[] = [
  { story: 'G-001', code: 'klik', coder: 'A', at: '2025-07-01T10:02:00Z', text: 'Humor als eerste gebaar. Komt vaker voor bij de hoge scores; nagaan of dat ook bij de lage zo is.' },
  { story: 'G-007', code: 'klik', coder: 'B', at: '2025-07-02T15:05:00Z', text: 'Alles zit in één blik. De medewerker weet dit waarschijnlijk niet eens.' },
  { story: 'G-006', code: 'expertise', coder: 'A', at: '2025-07-04T09:30:00Z', text: 'Twijfel: is de stoelenmethode expertise, of is het durven zwijgen dat?' },
  { story: 'M-002', code: 'net-steunend', coder: 'A', at: '2025-07-09T10:15:00Z', text: 'Een steunend netwerk van één persoon die bijna niets zegt.' }
]

/** Throws when a memo's coding no longer exists. */
export function buildMemos(codings: SampleCoding[]): SampleMemo[] {
  return [...WRITTEN, ...ON_CODINGS.map(({ story, code, coder, at, text }): SampleMemo => {
    const coding = codings.find((one) => one.story === story && one.code === code && one.coder === coder)
    if (!coding) throw new Error(`memo of ${coder}: no coding ${code} in ${story}`)
    return { on: { kind: 'coding', coding: coding.key }, coder, at, text }
  })].sort((a, b) => (a.at < b.at ? -1 : 1))
}
