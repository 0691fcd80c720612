// The cross-table as a file.
import type { Same } from '../catalogue.ts'
import type { crosstabFile as nl } from '../nl/crosstab-file.ts'

export const crosstabFile: Same<typeof nl> = {
  'file.name': 'cross-table',
  'file.sheet.table': 'Table',
  'file.sheet.tests': 'Tests',
  'file.sheet.means': 'Means',
  'file.sheet.about': 'About this table',
  'file.question': 'Question',
  'file.counted': 'Counted',
  'file.stories': 'Stories in the table',
  'file.viewer': 'Coder who looked',
  'file.made': 'Made on',
  'file.without': '{{column}} – without code (stories)',
  'file.unread': '{{column}} – unread (stories)',
  'file.with': '{{column}} – with code (stories)',
  'file.effect.column': 'Largest difference at',
  'file.effect.points': 'Difference in percentage points',
  'file.effect.low': 'Difference, lower end (95 %)',
  'file.effect.high': 'Difference, upper end (95 %)',
  'file.residual': '{{column}} – adjusted residual',
  'file.expected': '{{column}} – expected'
}
