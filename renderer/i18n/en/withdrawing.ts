// A story is withdrawn: what goes, what stays, and where words may still be, in English.
import type { Same } from '../catalogue.ts'
import type { withdrawing as nl } from '../nl/withdrawing.ts'

export const withdrawing: Same<typeof nl> = {
  'act': 'Withdraw this story…',
  'title': 'Withdraw story {{number}}?',
  'goes': 'The teller no longer wants to take part, or the story does not belong here. All words, the answers and what is known of the teller leave the project: here, in the safety copies, and with everybody who shares the project, as soon as Duiding is open there.',
  'forever': 'This cannot be undone. A copy that is merged later does not bring the words back either.',
  'stays': 'What stays: the number, the day of withdrawal, and that there were codings. The story takes no part any more in lists, counts and cross-tables.',
  'codings_zero': 'You see no codings in it.',
  'codings_one': 'There is {{count, number}} coding in it that you can see.',
  'codings_other': 'There are {{count, number}} codings in it that you can see.',
  'quoting': 'These may hold words of the story. Look at them; Duiding does not change them:',
  'quoting.memo': 'memo: {{name}}',
  'quoting.talk': 'talk: {{name}}',
  'quoting.code': 'code: {{name}}',
  'quoting.theme': 'theme: {{name}}',
  'quoting.pack': 'cards of the pack: {{name}}. If they were printed, take those of this story away',
  'quoting.session': 'session and harvest: {{name}}',
  'quoting.lesson': 'what was learned: {{name}}',
  'quoting.private': 'You do not see colleagues’ private memos here. Ask them to look as well.',
  'elsewhere': 'Not Duiding’s, so take these away yourself: the file that was imported, copies that somebody saved, and what was exported, printed or passed on.',
  'do': 'Withdraw the story',
  'doing': 'Withdrawing…',
  'done': 'Story {{number}} is withdrawn',
  'done.gone': 'The words are out of this project. The safety copies on this computer are being brought up to date now; for colleagues that happens as soon as they open the project.',
  'done.copies': 'These files on this computer still hold the words. Throw them away, or open them and withdraw the story there too:',
  'done.silent': 'Duiding could not look in these folders now. Look there yourself for copies:',
  'done.noCopies': 'There are no other copies with these words in the folders that Duiding knows.',
  'close': 'Close'
}
