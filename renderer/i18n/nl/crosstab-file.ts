// The cross-table as a file.
export const crosstabFile = {
  'file.name': 'kruistabel',
  'file.sheet.table': 'Tabel',
  'file.sheet.tests': 'Toetsen',
  'file.sheet.means': 'Gemiddelden',
  'file.sheet.about': 'Over deze tabel',
  'file.question': 'Vraag',
  'file.counted': 'Geteld',
  'file.stories': 'Verhalen in de tabel',
  'file.viewer': 'Codeur die keek',
  'file.made': 'Gemaakt op',
  'file.without': '{{column}} – zonder code (verhalen)',
  'file.unread': '{{column}} – ongelezen (verhalen)',
  'file.with': '{{column}} – met code (verhalen)',
  'file.effect.column': 'Grootste verschil bij',
  'file.effect.points': 'Verschil in procentpunt',
  'file.effect.low': 'Verschil, ondergrens (95 %)',
  'file.effect.high': 'Verschil, bovengrens (95 %)',
  'file.residual': '{{column}} – aangepast residu',
  'file.expected': '{{column}} – verwacht'
}
