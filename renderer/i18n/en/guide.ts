// The guided first story.
import type { Same } from '../catalogue.ts'
import type { guide as source } from '../nl/guide.ts'

export const guide: Same<typeof source> = {
  'title': 'Your first story',
  'step': '{{n}} of {{of}}',
  'offer': 'New here? Read and code a first story in five minutes. Nothing can break.',
  'begin': 'Begin',
  'notNow': 'Not now',
  'skip': 'Skip',
  'close': 'Close',
  'back': 'Back to the story',

  'read.name': 'Read first',
  'read.how': 'Read this story at ease. What touches you? Beside it stands what the teller makes of it.',
  'read.done': 'I have read it',
  'select.name': 'Choose words that touch you',
  'select.how': 'Drag over the words with the mouse. Or click in the text and press S for a whole sentence.',
  'code.name': 'Give them a code',
  'code.how': 'Press C and type what it is about. Enter gives the code that is coloured. Is yours not there? Ctrl+Enter makes a new one.',
  'again.name': 'And once more',
  'again.how': 'Choose other words. A full stop (.) gives the same code again, V takes the words themselves as a code.',
  'memo.name': 'Write down what you think',
  'memo.how': 'Press M and write what strikes you or what you wonder about. Save with Ctrl+Enter.',
  'undo.name': 'Nothing is fixed',
  'undo.how': 'Press Esc and then Ctrl+Z: your last step is gone.',
  'redo.name': 'And back',
  'redo.how': 'Press Ctrl+Shift+Z: there it is again.',
  'done.name': 'Done with this story?',
  'done.how': 'Press D. Then the others know that you read it.',
  'others.name': 'See what others saw',
  'others.how': 'Press Y and choose “of everybody”. Did they see something else? You can talk about that in Together.',
  'end.name': 'That was your first story',
  'end.how': 'Press N for the next one. With ? you see all keys. This guide stands in the menu under your letters.'
}
