// Memos, wherever they are written.
import type { Same } from '../catalogue.ts'
import type { memos as nl } from '../nl/memos.ts'

export const memos: Same<typeof nl> = {
  'title': 'Title',
  'write': 'Write a memo',
  'words': 'Memo',
  'tools': 'Layout',
  'tool.bold': 'Bold',
  'tool.italic': 'Italic',
  'tool.list': 'List',
  'tool.link': 'Link to a code, theme, story or fragment',
  'mention.choose': 'What does this point to?',
  'mention.hint': 'Type a word, or the number of a story: its fragments come along.',
  'mention.code': 'Code',
  'mention.theme': 'Theme',
  'mention.story': 'Story',
  'mention.coding': 'Fragment',
  'mention.name.story': 'story {{number}}',
  'mention.name.coding': 'story {{number}}, {{code}}',
  'toTheme': 'Put with a theme',
  'answer': 'Answer',
  'answer.words': 'Your answer',
  'private': 'Private: only I read this',
  'private.short': 'private',
  'save': 'Save',
  'cancel': 'Cancel',
  'change': 'Change the memo',
  'remove': 'Remove the memo',
  'removed': 'Memo removed'
}
