// The list of stories and how one narrows it down.
export const stories = {
  'title': 'Verhalen',
  'side': 'Naast het verhaal',
  'list': 'Verhalen',
  'count': '{{n}} van {{total}}',
  'far': 'Hoe ver?',
  'search': 'Zoek een nummer of woorden',
  'clear': 'Alle filters weg',
  'nothing': 'Geen verhaal past bij dit filter.',
  'empty.title': 'Nog geen verhalen',
  'empty': 'Hier lees en codeer je verhalen. Lees eerst een bestand met verhalen in.',

  'row.story': 'Verhaal',
  'row.unread': 'ongelezen',
  'row.opened': 'geopend',
  'row.done': 'klaar',
  'row.codings_zero': 'geen coderingen',
  'row.codings_one': '{{count, number}} codering',
  'row.codings_other': '{{count, number}} coderingen',
  'row.mine': '{{count, number}} van jou',
  'row.readers': 'nu open bij {{names}}',
  'row.source': 'nummer in de bron',
  'row.coming': 'Even laden'
}
