// Why something did not go through, and the way on. Keys: the messages of Refusals, the kinds of failure, and the window's own.
export const failures = {
  invalid_input: 'Hier klopt iets niet aan wat is ingevuld.',
  not_joined: 'Kies eerst wie je bent.',
  forbidden: 'Met jouw rol in dit project mag dit niet.',
  not_found: 'Dit is er niet meer. Misschien heeft een collega het weggehaald.',
  conflict: 'Dit kan niet, want er is intussen iets veranderd.',
  stale: 'De tekst is intussen veranderd. Kijk even opnieuw.',
  busy: 'Het project is even bezig. Probeer het zo nog eens.',
  unsupported_file: 'Dit bestand kan Duiding niet lezen.',
  internal: 'Er ging iets mis in Duiding. Je werk tot hier is bewaard.',
  logId: '(Nummer in het foutenlog: {{logId}})',

  'wire.lost': 'Er is geen verbinding met Duiding. Kijk of het programma nog draait.',
  'wire.unreadable': 'Duiding gaf een antwoord dat dit venster niet begrijpt. Laad het venster opnieuw.',
  'upload.stopped': 'Het bestand kwam niet over. Probeer het nog eens.',

  'undo.built_on': 'Dit kun je niet ongedaan maken: {{name}} heeft er al op verder gewerkt.',
  'undo.in_use': 'Dit kun je niet ongedaan maken: {{name}} gebruikt het al.',
  'coder.unknown': 'Deze codeur staat niet in het project.',
  'file.exists': 'Er staat daar al een bestand met deze naam. Kies een andere naam.',
  'file.absent': 'Het bestand is niet gevonden: {{file}}',
  'file.not_a_file': 'Dit is geen bestand: {{file}}',
  'file.empty': 'Dit bestand is leeg: {{file}}',
  'file.not_a_project': 'Dit is geen project van Duiding: {{file}}',
  'file.newer': 'Dit project is gemaakt met een nieuwere Duiding. Werk Duiding bij en open het dan opnieuw.',
  'file.copy_failed': 'De kopie is niet goed gelukt en is weggehaald. Probeer een andere plek.',
  'store.busy': 'Een ander venster is lang bezig met dit project. Er is niets veranderd; probeer het zo nog eens.'
}
