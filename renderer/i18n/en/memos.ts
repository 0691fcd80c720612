// Memos, wherever they are written.
import type { Same } from '../catalogue.ts'
import type { memos as nl } from '../nl/memos.ts'

export const memos: Same<typeof nl> = {
  'title': 'Title',
  'write': 'Write a memo',
  'words': 'Memo',
  'private': 'Private: only I read this',
  'private.short': 'private',
  'save': 'Save',
  'cancel': 'Cancel',
  'change': 'Change the memo',
  'remove': 'Remove the memo',
  'removed': 'Memo removed',
  'undo': 'Undo'
}
