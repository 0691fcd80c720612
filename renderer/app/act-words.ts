// An act of the history as a sentence.
import type { Act } from '../../shared/contract/history.ts'
import type { TextKey } from '../i18n/catalogue.ts'
import type { Formats } from '../i18n/format.ts'
import { hasText, type Say } from '../i18n/say.ts'
import { changeWords, nameInAct, turnedWords } from './undo.ts'

/** "codering gezet, 3 keer", "code gewijzigd: van Klik naar Band", "ongedaan gemaakt – code gewijzigd: Klik (definitie)". */
export const actWords = (act: Act, say: Say<'history'>, format: Formats): string => turnedWords(act.turned, doneWords(act, say, format))

function doneWords({ kind, entity, count, name: called, was, fields }: Act, say: Say<'history'>, format: Formats): string {
  const name = nameInAct(kind, called)
  const change = changeWords(kind)
  // Of several in one go the name is that of the last; only what lies on one theme shares its name.
  if (count > 1) {
    const times = say('times', { change, count })
    return entity === 'theme_part' && name !== null ? say('named', { change: times, name }) : times
  }
  if (was !== null && was !== '' && name !== null) return say('renamed', { change, was, name })
  const words = name === null ? change : say('named', { change, name })
  const known = fields.filter(field => field !== 'name' && !(field === 'title' && was !== null) && hasText('history', `field.${field}`)).map(field => say(`field.${field}` as TextKey<'history'>))
  return kind.endsWith('.changed') && known.length > 0 ? say('fields', { words, fields: format.list(known) }) : words
}
