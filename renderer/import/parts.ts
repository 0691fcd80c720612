// Which piece of an answer each column of a question holds, changed by hand.
import { lookAtColumns } from '../../shared/importing/column-look.ts'
import { askAs, changeSignifier, holdNa, kindsFor, setRole, type Head } from '../../shared/importing/edit-mapping.ts'
import type { AnswerPart, ColumnMapping, MappedSignifier, Mapping } from '../../shared/importing/mapping.ts'

export const partId = (part: AnswerPart): string =>
  [part.is, part.is === 'tick' ? part.option : part.is === 'share' ? part.anchor : part.is === 'x' || part.is === 'y' ? part.stone ?? '' : ''].join(' ')

/** Every piece this kind of question can have. */
export function partsOf(signifier: MappedSignifier): AnswerPart[] {
  const na: AnswerPart = { is: 'na' }
  switch (signifier.kind) {
    case 'triad': return [...[0, 1, 2].map((anchor): AnswerPart => ({ is: 'share', anchor })), { is: 'x' }, { is: 'y' }, na]
    case 'slider': return [{ is: 'value' }, { is: 'share', anchor: 0 }, { is: 'share', anchor: 1 }, na]
    case 'stones': return [...signifier.stones.flatMap(({ key }): AnswerPart[] => [{ is: 'x', stone: key }, { is: 'y', stone: key }]), na]
    case 'multi': return [{ is: 'value' }, ...signifier.options.map(({ key }): AnswerPart => ({ is: 'tick', option: key })), na]
    default: return [{ is: 'value' }, na]
  }
}

/** Another piece for a column of this question; the column that held that piece takes this one's. */
export function setPart(mapping: Mapping, column: string, part: AnswerPart): Mapping {
  const mine = mapping.columns.find(one => one.column === column)
  if (mine?.role !== 'answer') return mapping
  const wanted = partId(part)
  return {
    ...mapping,
    columns: mapping.columns.map((one): ColumnMapping => {
      if (one.column === column) return { ...mine, part }
      if (part.is !== 'na' && one.role === 'answer' && one.signifier === mine.signifier && partId(one.part) === wanted) return { ...one, part: mine.part }
      return one
    })
  }
}

/**
 * One column more for a question. A column of mere ticks says "n.v.t."; triangles, stones and ticked options take the column as
 * their next piece; any other question is asked anew as the likeliest kind of all its columns, in its own words.
 */
export function withColumn(mapping: Mapping, head: Head, signifier: MappedSignifier, column: string): Mapping {
  const { key, title } = signifier
  const look = lookAtColumns(head).find(({ name }) => name === column)
  if (signifier.kind !== 'multi' && look?.ticks && look.distinct.length === 1) return holdNa(mapping, head, column, key)
  const held = mapping.columns.flatMap(one => (one.role === 'answer' && one.signifier === key && one.part.is !== 'na' ? [one] : []))
  const grows = signifier.kind === 'triad' || signifier.kind === 'stones' || (signifier.kind === 'multi' && held.some(({ part }) => part.is === 'tick'))
  const names = [...held.map(one => one.column), column]
  const kind = kindsFor(head, names)[0]
  if (grows || !kind) return addColumn(mapping, head, key, column)
  const asked = askAs(mapping, head, names, kind)
  const made = asked.columns.find(one => one.column === column)
  return made?.role === 'answer' ? changeSignifier(asked, made.signifier, one => ({ ...one, title })) : asked
}

/** The next piece that no column holds yet. */
function addColumn(mapping: Mapping, head: Head, key: string, column: string): Mapping {
  const freed = setRole(mapping, head, column, 'ignore')
  const signifier = freed.signifiers.find(one => one.key === key)
  if (!signifier) return mapping
  const held = new Set(freed.columns.flatMap(one => (one.role === 'answer' && one.signifier === key ? [partId(one.part)] : [])))
  const title = head.headings.find(({ name }) => name === column)?.title ?? column
  const next = signifier.kind === 'multi' && !held.has('value ') ? undefined : partsOf(signifier).find(part => part.is !== 'na' && !held.has(partId(part)) && fitsBeside(part, held))
  const put = (part: AnswerPart, change: MappedSignifier = signifier): Mapping => ({
    ...freed,
    columns: freed.columns.map((one): ColumnMapping => (one.column === column ? { column, role: 'answer', signifier: key, part } : one)),
    signifiers: freed.signifiers.map(one => (one === signifier ? change : one))
  })
  if (next) return put(next)
  if (signifier.kind === 'multi') return put({ is: 'tick', option: column }, { ...signifier, options: [...signifier.options, { key: column, label: title, values: [] }] })
  if (signifier.kind === 'stones') return put({ is: 'x', stone: column }, { ...signifier, stones: [...signifier.stones, { key: column, label: title }] })
  return put({ is: 'na' })
}

/** Shares stand beside shares and places beside places; a value stands alone. */
function fitsBeside(part: AnswerPart, held: ReadonlySet<string>): boolean {
  const kinds = new Set([...held].map(id => id.split(' ')[0]!).filter(kind => kind !== 'na'))
  if (kinds.size === 0) return true
  if (part.is === 'share') return kinds.has('share')
  return part.is === 'x' || part.is === 'y' ? kinds.has('x') || kinds.has('y') : part.is === 'tick' && kinds.has('tick')
}

/** Takes a column off its question; an option or a stone that only this column held goes with it. */
export function removeColumn(mapping: Mapping, head: Head, column: string): Mapping {
  const mine = mapping.columns.find(one => one.column === column)
  const freed = setRole(mapping, head, column, 'ignore')
  if (mine?.role !== 'answer') return freed
  const { signifier: key, part } = mine
  const stays = (id: string): boolean => freed.columns.some(one => one.role === 'answer' && one.signifier === key && (one.part.is === 'x' || one.part.is === 'y') && one.part.stone === id)
  return {
    ...freed,
    signifiers: freed.signifiers.map(signifier => {
      if (signifier.key !== key) return signifier
      if (signifier.kind === 'multi' && part.is === 'tick') return { ...signifier, options: signifier.options.filter(option => option.key !== part.option) }
      if (signifier.kind === 'stones') return { ...signifier, stones: signifier.stones.filter(stone => stays(stone.key)) }
      return signifier
    })
  }
}

/** A question changed by hand. An option that goes takes the column of its ticks along, and no text ticks it any more. */
export function putQuestion(mapping: Mapping, head: Head, changed: MappedSignifier): Mapping {
  const put = changeSignifier(mapping, changed.key, () => changed)
  if (!('options' in changed)) return put
  const keys = new Set(changed.options.map(({ key }) => key))
  const lost = put.columns.filter(one => one.role === 'answer' && one.signifier === changed.key && one.part.is === 'tick' && !keys.has(one.part.option))
  const unlinked = { ...put, signifiers: put.signifiers.map(one => (one.kind === 'text' && one.linkedTo === changed.key && one.ticksOption !== null && !keys.has(one.ticksOption) ? { ...one, ticksOption: null } : one)) }
  return lost.reduce((rest, { column }) => setRole(rest, head, column, 'ignore'), unlinked)
}
