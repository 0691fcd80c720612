// Why something did not go through, and the way on.
import type { Same } from '../catalogue.ts'
import type { failures as source } from '../nl/failures.ts'

export const failures: Same<typeof source> = {
  invalid_input: 'Something is not right in what was filled in.',
  not_joined: 'First choose who you are.',
  forbidden: 'Your role in this project does not allow this.',
  not_found: 'This is no longer there. A colleague may have removed it.',
  conflict: 'This cannot be done, because something changed in the meantime.',
  stale: 'The text changed in the meantime. Please look again.',
  busy: 'The project is busy for a moment. Please try again shortly.',
  unsupported_file: 'Duiding cannot read this file.',
  internal: 'Something went wrong in Duiding. Your work up to here is saved.',
  logId: '(Number in the error log: {{logId}})',

  'wire.lost': 'There is no connection to Duiding. Check whether the program is still running.',
  'wire.unreadable': 'Duiding gave an answer this window does not understand. Reload the window.',
  'upload.stopped': 'The file did not arrive. Please try again.',

  'undo.built_on': 'This cannot be undone: {{name}} has already built on it.',
  'undo.in_use': 'This cannot be undone: {{name}} already uses it.',
  'coder.unknown': 'This coder is not in the project.',
  'file.exists': 'There is already a file with this name there. Choose another name.',
  'file.absent': 'The file was not found: {{file}}',
  'file.not_a_file': 'This is not a file: {{file}}',
  'file.empty': 'This file is empty: {{file}}',
  'file.not_a_project': 'This is not a Duiding project: {{file}}',
  'file.newer': 'This project was made with a newer Duiding. Update Duiding, then open it again.',
  'file.copy_failed': 'The copy did not come out right and was removed. Try another place.',
  'store.busy': 'Another window has been busy with this project for a while. Nothing was changed; please try again shortly.'
}
