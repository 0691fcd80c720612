// Memos, wherever they are written.
export const memos = {
  'title': 'Titel',
  'write': 'Schrijf een memo',
  'words': 'Memo',
  'private': 'Privé: alleen ik lees dit',
  'private.short': 'privé',
  'save': 'Bewaar',
  'cancel': 'Annuleren',
  'change': 'Wijzig memo',
  'remove': 'Haal memo weg',
  'removed': 'Memo weggehaald',
  'undo': 'Ongedaan maken'
}
