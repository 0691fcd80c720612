// What an op can change: for each kind of row its table, and for each field its column and how it is stored.
// record.ts writes nothing that is not listed here, so no row changes without its op.

/**
 * ref: an id on the wire, a local number in the file. id: an id, 16 bytes in the file. bool: 0/1 in the file. hex: digits on the
 * wire, bytes in the file. once: undo leaves it. held: the row may show something else than the log says (table held, db/held.ts).
 */
export type Field = { column?: string; ref?: EntityName; id?: true; bool?: true; hex?: true; once?: true; held?: true }
export type Entity = {
  table: string
  fields: Record<string, Field>
  /** For a field: columns that follow from it, as SQL over the named parameters of the row (a ref is its local number there). */
  derived?: Record<string, Record<string, string>>
  /** Fields that only mean something together: one op writes all of them, so that two copies never mix into a third thing. */
  together?: readonly (readonly string[])[]
}
export type EntityName =
  | 'project' | 'coder' | 'import' | 'story_group' | 'wave' | 'story' | 'text' | 'signifier' | 'option' | 'stone'
  | 'assignment' | 'code' | 'coding' | 'memo' | 'reading' | 'view' | 'export' | 'teller' | 'revision' | 'selection' | 'theme' | 'theme_part' | 'theme_verdict' | 'talk'
  | 'pack' | 'card' | 'session' | 'harvest' | 'lesson' | 'expectation' | 'register'

const bool: Field = { bool: true }
const plain: Field = {}
const ref = (entity: EntityName, column?: string): Field => ({ ref: entity, ...(column ? { column } : {}) })

export const ENTITIES: Record<EntityName, Entity> = {
  project: { table: 'project', fields: { title: plain, question: plain, language: plain, blind: bool, agreement: bool, phase: plain, epoch: { once: true }, stopWords: { column: 'stop_words' }, suggestions: bool } },
  coder: {
    table: 'coder',
    fields: { name: plain, initials: plain, colour: plain, role: plain, background: plain, statement: plain, removed: bool }
  },
  import: { table: 'import', fields: { state: plain, added: plain, changed: plain, unchanged: plain, absent: plain } },
  story_group: { table: 'story_group', fields: { name: plain, position: plain, removed: bool } },
  wave: { table: 'wave', fields: { name: plain, position: plain, removed: bool } },
  teller: { table: 'teller', fields: {} },
  story: { table: 'story', fields: { state: plain, group: ref('story_group', 'story_group'), wave: ref('wave'), content: plain, withdrawnOn: { column: 'withdrawn_on' }, released: bool } },
  text: { table: 'text', fields: {} },
  // Its words travel apart: text-bodies.ts stores them, and finds out what is newest and where codings stand then.
  revision: {
    table: 'revision',
    fields: {
      text: ref('text'), number: plain, from: ref('revision', 'made_from'), sha256: { hex: true }, reason: plain, coder: ref('coder'), at: plain, removed: bool
    }
  },
  signifier: {
    table: 'signifier',
    fields: { title: plain, highLast: { column: 'high_last', bool: true }, position: plain, removed: bool }
  },
  option: { table: 'option', fields: { name: plain, position: plain } },
  stone: { table: 'stone', fields: { name: plain, position: plain } },
  code: {
    table: 'code',
    fields: {
      parent: { ...ref('code'), held: true }, position: plain, name: plain, colour: plain, definition: plain, include: plain, exclude: plain,
      flag: plain, retired: { ...bool, held: true }, mergedInto: ref('code', 'merged_into'), removed: { ...bool, held: true }
    },
    together: [['retired', 'mergedInto']]
  },
  coding: {
    table: 'coding',
    fields: {
      text: ref('text'), revision: plain, start: plain, end: { column: '"end"' }, checksum: plain, code: ref('code'),
      coder: ref('coder'), flag: plain, removed: bool
    },
    derived: { text: { story: '(SELECT story FROM text WHERE num = @text)' }, start: { at_start: '@start' }, end: { at_end: '@end' } },
    together: [['text', 'revision', 'start', 'end', 'checksum']]
  },
  memo: {
    table: 'memo',
    fields: {
      about: plain, aboutId: { column: 'about_id', id: true }, thread: ref('memo'), title: plain, body: plain, private: bool, coder: ref('coder'), at: plain, removed: bool
    }
  },
  reading: {
    table: 'reading',
    fields: { story: ref('story'), coder: ref('coder'), openedAt: { column: 'opened_at' }, done: bool, position: plain, revealed: { bool: true, once: true } }
  },
  view: { table: 'view', fields: { kind: plain, name: plain, body: plain, coder: ref('coder'), removed: bool } },
  export: { table: 'export', fields: { kind: plain, name: plain, coder: ref('coder'), at: plain } },
  selection: { table: 'selection', fields: { name: plain, rule: plain, frozen: plain, frozenAt: { column: 'frozen_at' }, coder: ref('coder'), at: plain, removed: bool } },
  theme: {
    table: 'theme',
    fields: { name: plain, concept: plain, inside: plain, outside: plain, tensions: plain, counter: plain, phase: plain, colour: plain, position: plain, removed: bool }
  },
  theme_part: {
    table: 'theme_part',
    fields: {
      theme: ref('theme'), code: ref('code'), coding: ref('coding'), memo: ref('memo'), story: ref('story'),
      side: plain, position: plain, note: plain, telling: bool, coder: ref('coder'), removed: bool
    }
  },
  theme_verdict: {
    table: 'theme_verdict',
    fields: { theme: ref('theme'), coding: ref('coding'), story: ref('story'), coder: ref('coder'), verdict: plain, at: plain, removed: bool }
  },
  // Opened at a place as the words then stood; where that is now is worked out when it is read.
  talk: {
    table: 'talk',
    fields: {
      text: ref('text'), revision: plain, start: plain, end: { column: '"end"' }, codes: plain, coders: plain, question: plain, outcome: plain, words: plain,
      settledBy: ref('coder', 'settled_by'), settledAt: { column: 'settled_at' }, coder: ref('coder'), at: plain, removed: bool
    },
    derived: { text: { story: '(SELECT story FROM text WHERE num = @text)' } },
    together: [['outcome', 'words', 'settledBy', 'settledAt']]
  },
  pack: {
    table: 'pack',
    fields: {
      number: plain, name: plain, question: plain, source: plain, method: plain, look: plain, tables: plain, tone: ref('signifier'), counted: plain, coder: ref('coder'), at: plain, removed: bool
    },
    together: [['source', 'method']]
  },
  card: {
    table: 'card',
    fields: {
      pack: ref('pack'), number: plain, text: ref('text'), revision: plain, start: plain, end: { column: '"end"' }, whole: bool, checksum: plain, edits: plain,
      title: plain, tables: plain, side: plain, triggers: plain, removed: bool
    },
    derived: { text: { story: '(SELECT story FROM text WHERE num = @text)' } },
    together: [['revision', 'start', 'end', 'whole', 'checksum', 'edits']]
  },
  session: {
    table: 'session',
    fields: { pack: ref('pack'), name: plain, heldOn: { column: 'held_on' }, notes: plain, coder: ref('coder'), at: plain, removed: bool }
  },
  harvest: {
    table: 'harvest',
    fields: {
      session: ref('session'), table: { column: 'table_number' }, observation: plain, cards: plain, readings: plain, action: plain, owner: plain, due: plain, signal: plain,
      about: plain, aboutId: { column: 'about_id', id: true }, coder: ref('coder'), at: plain, removed: bool
    },
    together: [['about', 'aboutId']]
  },
  // Written down once. What was withdrawn stays to be read.
  expectation: {
    table: 'expectation',
    fields: {
      code: ref('code'), branch: bool, theme: ref('theme'), columns: plain, spot: plain, direction: plain, words: plain, readThen: { column: 'read_then' }, storiesThen: { column: 'stories_then' },
      withdrawnAt: { column: 'withdrawn_at' }, withdrawnWords: { column: 'withdrawn_words' }, coder: ref('coder'), at: plain, removed: bool
    },
    together: [['withdrawnAt', 'withdrawnWords']]
  },
  // What a table holds is one thing: two copies never mix into a third. How it is reckoned can change by itself.
  register: {
    table: 'register',
    fields: {
      kind: plain, name: plain, source: plain, origin: plain, from: { column: 'period_from' }, to: { column: 'period_to' }, unit: plain, base: plain, body: plain, settings: plain,
      coder: ref('coder'), at: plain, removed: bool
    },
    together: [['kind', 'body']]
  },
  assignment: { table: 'assignment', fields: { story: ref('story'), coder: ref('coder'), removed: bool } },
  lesson: { table: 'lesson', fields: { name: plain, questions: plain, harvests: plain, position: plain, coder: ref('coder'), at: plain, removed: bool } }
}
