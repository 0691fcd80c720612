// Which columns hold a question and what stands in each; columns come and go here.
import { X } from 'lucide-react'
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { AnswerPart, ColumnMapping, MappedSignifier, Mapping } from '../../shared/importing/mapping.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { editMapping } from './draft.ts'
import { partId, partsOf, removeColumn, setPart, withColumn } from './parts.ts'

export interface PartListProps { signifier: MappedSignifier, columns: ColumnMapping[], table: LookedAt, mapping: Mapping }

export function PartList({ signifier, columns, table, mapping }: PartListProps) {
  const say = useSay('importing')
  const parts = partsOf(signifier)
  const others = table.headings.filter(({ name }) => !columns.some(({ column }) => column === name))
  const roleOf = (name: string): string => {
    const meaning = mapping.columns.find(({ column }) => column === name)
    return !meaning || meaning.role === 'ignore' ? '' : meaning.role === 'answer' ? say('parts.elsewhere', { question: titleOf(mapping, meaning.signifier) }) : say(`role.${meaning.role}`)
  }
  const add = (column: string): void => editMapping(now => withColumn(now, table, signifier, column))
  return (
    <div className="import-parts" role="group" aria-label={say('parts')}>
      <span className="ui-label">{say('parts')}</span>
      <ul>
        {columns.map(column => column.role === 'answer' && (
          <li key={column.column} className="import-part">
            <span className="import-part-name">{column.column}</span>
            <Select
              label={say('parts.holds', { column: column.column })} labelHidden choices={parts.map(part => ({ id: partId(part), name: partWords(part, signifier, say) }))} value={partId(column.part)}
              onChange={id => { const part = parts.find(one => partId(one) === id); if (part) editMapping(now => setPart(now, column.column, part)) }}
            />
            {columns.length > 1 && <IconButton small name={say('parts.remove', { column: column.column })} icon={<X aria-hidden />} onPress={() => editMapping(now => removeColumn(now, table, column.column))} />}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Select
          className="import-part-add" label={say('parts.add')} labelHidden placeholder={say('parts.add')} value={null} onChange={add}
          choices={others.map(({ name }) => ({ id: name, name, more: roleOf(name) }))}
        />
      )}
    </div>
  )
}

const titleOf = (mapping: Mapping, key: string): string => mapping.signifiers.find(one => one.key === key)?.title ?? key

export function partWords(part: AnswerPart, signifier: MappedSignifier, say: Say<'importing'>): string {
  const anchors = 'anchors' in signifier ? signifier.anchors : []
  const stone = (key: string | undefined): string => (signifier.kind === 'stones' ? signifier.stones.find(one => one.key === key)?.label ?? key ?? '' : '')
  switch (part.is) {
    case 'value': return say('part.value')
    case 'na': return say('part.na')
    case 'tick': return say('part.tick', { option: 'options' in signifier ? signifier.options.find(({ key }) => key === part.option)?.label ?? part.option : part.option })
    case 'share': {
      const corner = signifier.kind === 'triad' ? (['top', 'left', 'right'] as const)[part.anchor]! : (['from', 'to'] as const)[part.anchor]!
      return say('part.share', { anchor: anchors[part.anchor] || say(`anchor.${corner}`) })
    }
    case 'x': return part.stone === undefined ? say('part.x') : say('part.stoneX', { stone: stone(part.stone) })
    case 'y': return part.stone === undefined ? say('part.y') : say('part.stoneY', { stone: stone(part.stone) })
  }
}
