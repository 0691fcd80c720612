// SenseMaker exports: raw (ids as headings, with or without the definition), by title, and from the Workbench.
import type { DefinedSignifier, Definition } from '../definition.ts'
import type { ColumnLook } from '../column-look.ts'
import type { Because, Draft, Meaning } from '../proposal-draft.ts'
import type { MappedSignifier } from '../mapping.ts'
import { sameWords } from '../cell-values.ts'
import { isNaWord, risesAlong } from '../likert-scales.ts'

type Part = Extract<Meaning, { role: 'answer' }>['part']
type Held = { look: ColumnLook; part: Part }

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const RAW = new RegExp(`^(${UUID})(?:_(${UUID}))?(?:_(percentX|percentY|NA))?$`, 'i')

export function isSenseMaker(looks: ColumnLook[]): boolean {
  const names = new Set(looks.map((look) => look.name.toLowerCase()))
  return (names.has('id') && names.has('project_id')) || names.has('fragmentid') || names.has('narrid') || looks.some((look) => /_percent[XY]$/.test(look.name))
}

/** Every column the definition explains, by id or by title. Returns how many questions were found. */
export function askDefined(draft: Draft, definition: Definition): number {
  const because: Because = { reason: 'definition', confidence: 'sure' }
  let count = 0
  for (const defined of definition.signifiers) {
    const held = heldBy(draft, defined)
    const first = held.find((h) => h.part.is === 'value')
    if (held.length === 0) continue
    count += 1
    if (defined.id === definition.storyId && first) draft.give(first.look, { role: 'storyText' }, because)
    else if (defined.kind === 'media') held.forEach(({ look }) => draft.give(look, { role: 'drop', reason: 'media' }, { ...because, reason: 'drop_media' }))
    else if (defined.kind === 'account') held.forEach(({ look }) => draft.give(look, { role: 'drop', reason: 'account' }, { ...because, reason: 'drop_account' }))
    else if (!giveConsentList(draft, defined, first)) askOne(draft, defined, definition, held.filter((h) => fits(defined, h.part)), because)
  }
  return count
}

/** Three shares say all: x and y beside them (the Workbench scales those otherwise) are not read. */
function askOne(draft: Draft, defined: DefinedSignifier, definition: Definition, held: Held[], because: Because): void {
  const places = defined.kind === 'triad' && held.filter((h) => h.part.is === 'share').length === 3 ? held.filter((h) => h.part.is === 'x' || h.part.is === 'y') : []
  draft.ask(mapped(defined, definition, held), held.filter((h) => !places.includes(h)), because)
  for (const { look } of places) draft.give(look, { role: 'ignore' }, { reason: 'same_elsewhere', confidence: 'sure' })
}

/** Both ways of naming a column: ids, or the titles of the questionnaire. */
function heldBy(draft: Draft, defined: DefinedSignifier): Held[] {
  const pieces = [...defined.options, ...defined.anchors, ...defined.stones]
  const expected = new Map<string, Part>()
  for (const [name, pieceNames] of [[defined.id, pieces.map((p) => p.id)], [defined.title, pieces.map((p) => p.label)]] as const) {
    expected.set(sameWords(name), { is: 'value' })
    for (const suffix of ['_percentX', 'X', 'XR']) expected.set(sameWords(name + suffix), defined.kind === 'slider' ? { is: 'value' } : { is: 'x' })
    for (const suffix of ['_percentY', 'Y']) expected.set(sameWords(name + suffix), { is: 'y' })
    expected.set(sameWords(`${name}_NA`), { is: 'na' })
    pieceNames.forEach((piece, i) => {
      const key = pieces[i]!.id
      const own = `${name}_${piece}`
      if (defined.kind === 'multi' || defined.kind === 'choice') expected.set(sameWords(own), { is: 'tick', option: key })
      if (defined.kind === 'triad' || defined.kind === 'slider') expected.set(sameWords(own), { is: 'share', anchor: i })
      if (defined.kind === 'stones') for (const [suffix, is] of [['_percentX', 'x'], ['_percentY', 'y'], ['XRight', 'x'], ['YTop', 'y']] as const) expected.set(sameWords(own + suffix), { is, stone: key })
    })
  }
  return draft.free().flatMap((look) => {
    const part = expected.get(sameWords(look.name)) ?? expected.get(sameWords(look.title))
    return part ? [{ look, part }] : []
  })
}

function fits(defined: DefinedSignifier, part: Part): boolean {
  if (part.is === 'na') return true
  if (defined.kind === 'stones') return (part.is === 'x' || part.is === 'y') && part.stone !== undefined
  if (defined.kind === 'triad') return part.is === 'share' || part.is === 'x' || part.is === 'y'
  if (defined.kind === 'slider') return part.is === 'value' || part.is === 'share'
  return part.is === 'value' || (part.is === 'tick' && defined.kind === 'multi')
}

/** Consent is an ordinary list question: the option ids or labels that say yes. */
function giveConsentList(draft: Draft, defined: DefinedSignifier, first: Held | undefined): boolean {
  if (defined.kind !== 'choice' || !first || !/toestemming|akkoord|consent|permission/i.test(defined.title)) return false
  const yes = defined.options.filter((option) => /^(ja|yes|akkoord|i agree|agree|ik ga akkoord|ik geef toestemming)\b/i.test(option.label))
  if (yes.length === 0) return false
  draft.give(first.look, { role: 'consent', yes: yes.flatMap((option) => [option.id, option.label]) }, { reason: 'consent', confidence: 'likely' })
  return true
}

/** The question as a mapping: keys are the definition's ids, so that a later export finds the same question. */
function mapped(defined: DefinedSignifier, definition: Definition, held: Held[]): MappedSignifier {
  const look = held.find((h) => h.part.is === 'value')?.look
  const naOptions = defined.options.filter((option) => isNaWord(option.label))
  const asked = { key: defined.id, title: defined.title, na: naOptions.flatMap((option) => [option.id, option.label]) }
  const options = defined.options.filter((option) => !naOptions.includes(option)).map(({ id, label }) => ({ key: id, label, values: [] }))
  const rises = risesAlong(options.map((option) => option.label))
  // Raw exports count to 1, the Workbench to 100.
  const to = Math.max(0, ...held.flatMap((h) => h.look.numbers ?? [])) > 1.000001 ? 100 : 1
  const label = (i: number) => defined.anchors[i]?.label ?? ''
  const linked = definition.signifiers.find((other) => other.options.some((option) => option.other === defined.id))
  switch (defined.kind) {
    case 'choice': return rises === null ? { ...asked, kind: 'choice', options, unknown: 'problem' } : { ...asked, kind: 'likert', options, unknown: 'problem', highLast: rises }
    case 'multi': return { ...asked, kind: 'multi', options, unknown: 'problem', delimiter: null, ticked: [], unticked: [] }
    case 'slider': return { ...asked, kind: 'slider', anchors: defined.anchors.map((a) => a.label).slice(0, 2), scale: { from: 0, to } }
    case 'triad': return { ...asked, kind: 'triad', anchors: [label(0), label(1), label(2)], whole: to, top: 'share' }
    case 'stones': return {
      ...asked, kind: 'stones', anchors: defined.axes.every((word) => word === '') ? [] : defined.axes, scale: { from: 0, to },
      stones: defined.stones.map(({ id, label: words }) => ({ key: id, label: words }))
    }
    // Ages and dates are asked as free text; when every answer is a number or a date it is one.
    default:
      if (look?.numbers && look.date === null && look.numbers.length === look.filled.length) return { ...asked, kind: 'number' }
      if (look?.date) return { ...asked, kind: 'date', date: look.date }
      return { ...asked, kind: 'text', linkedTo: linked?.id ?? null, ticksOption: null }
  }
}

/** Without a definition the shape of the columns still tells triads, sliders, stones and ticks apart. */
export function askRaw(draft: Draft): void {
  const questions = new Map<string, { look: ColumnLook; piece: string | undefined; suffix: string | undefined }[]>()
  for (const look of draft.free()) {
    const words = RAW.exec(look.name)
    if (words) questions.set(words[1]!, [...(questions.get(words[1]!) ?? []), { look, piece: words[2], suffix: words[3]?.toLowerCase() }])
  }
  for (const [key, columns] of questions) askRawOne(draft, key, columns)
}

function askRawOne(draft: Draft, key: string, columns: { look: ColumnLook; piece: string | undefined; suffix: string | undefined }[]): void {
  const because: Because = { reason: 'tool_answers', values: { tool: 'SenseMaker' } }
  const pieces = [...new Set(columns.flatMap((c) => c.piece ?? []))]
  const has = (suffix: string) => columns.find((c) => c.suffix === suffix && !c.piece)
  const asked = { key, title: key, na: [] }
  const na: Held[] = has('na') ? [{ look: has('na')!.look, part: { is: 'na' } }] : []
  const shares = pieces.map((piece, anchor) => ({ look: columns.find((c) => c.piece === piece)!.look, part: { is: 'share' as const, anchor } }))
  if (has('percenty') && pieces.length === 3) {
    draft.ask({ ...asked, kind: 'triad', anchors: [pieces[0]!, pieces[1]!, pieces[2]!], whole: 1, top: 'share' },
      [...shares, ...na], because)
    for (const place of [has('percentx'), has('percenty')]) if (place) draft.give(place.look, { role: 'ignore' }, { reason: 'same_elsewhere', confidence: 'sure' })
  } else if (has('percentx')) {
    draft.ask({ ...asked, kind: 'slider', anchors: pieces.slice(0, 2), scale: { from: 0, to: 1 } }, [{ look: has('percentx')!.look, part: { is: 'value' } }, ...shares.slice(0, 2), ...na], because)
  } else if (columns.some((c) => c.piece && c.suffix)) {
    const held = columns.filter((c) => c.piece && c.suffix).map((c): Held => ({ look: c.look, part: { is: c.suffix === 'percentx' ? 'x' : 'y', stone: c.piece } }))
    draft.ask({ ...asked, kind: 'stones', anchors: [], stones: pieces.map((piece) => ({ key: piece, label: piece })), scale: { from: 0, to: 1 } }, [...held, ...na], because)
  } else if (pieces.length > 0) {
    draft.ask({ ...asked, kind: 'multi', options: pieces.map((piece) => ({ key: piece, label: piece, values: [] })), unknown: 'problem', delimiter: null, ticked: [], unticked: [] },
      [...columns.filter((c) => c.piece).map((c): Held => ({ look: c.look, part: { is: 'tick', option: c.piece! } })), ...na], because)
  } else {
    const look = columns.find((c) => !c.suffix)?.look
    const coded = look && look.distinct.length > 0 && look.distinct.every((value) => new RegExp(`^${UUID}$`, 'i').test(value))
    if (look && coded) {
      draft.ask({ ...asked, kind: 'choice', options: look.distinct.map((value) => ({ key: value, label: value, values: [] })), unknown: 'option' },
        [{ look, part: { is: 'value' } }, ...na], { reason: 'definition_needed', confidence: 'guess' })
    }
  }
}
