// Memos, wherever they are written.
export const memos = {
  'title': 'Titel',
  'private': 'Privé: alleen ik lees dit',
  'private.short': 'privé',
  'save': 'Bewaar',
  'cancel': 'Annuleren',
  'change': 'Wijzig memo',
  'remove': 'Haal memo weg',
  'removed': 'Memo weggehaald',
  'undo': 'Ongedaan maken'
}
