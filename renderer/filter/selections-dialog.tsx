// Every kept selection with its rule and its number now: use it, rename it, freeze it, take it away.
import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import type { Output } from '../../shared/contract/index.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { TextField } from '../ui/text-field.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { filterSentence, useKnown, type Known } from './rule-words.ts'

type Selection = Output<'selection.list'>['rows'][number]

export function SelectionsDialog({ onUse, onClose }: { onUse: (id: Id) => void, onClose: () => void }) {
  const known = useKnown()
  const { say } = known
  const rows = useRead('selection.list', {}).data?.rows ?? []
  const [renaming, setRenaming] = useState<Selection | null>(null)
  return (
    <>
      <Dialog title={say('manage.title')} isOpen onClose={onClose} foot={<Button look="primary" onPress={onClose}>{say('manage.close')}</Button>}>
        {rows.length === 0 ? <p className="ui-hint">{say('manage.none')}</p> : (
          <ul className="filter-selections">
            {rows.map(row => <Row key={row.id} row={row} known={known} onUse={() => onUse(row.id)} onRename={() => setRenaming(row)} />)}
          </ul>
        )}
      </Dialog>
      {renaming && <Rename selection={renaming} onClose={() => setRenaming(null)} />}
    </>
  )
}

function Row({ row, known, onUse, onRename }: { row: Selection, known: Known, onUse: () => void, onRename: () => void }) {
  const { say, format } = known
  const freeze = useWrite('selection.freeze').write
  const release = useWrite('selection.release').write
  const remove = useWrite('selection.remove').write
  const selection = row.id
  const by = known.coders.find(({ id }) => id === row.coder)?.name
  const freezing = row.frozen
    ? { id: 'release', name: say('manage.release'), more: say('manage.release.more'), onAct: () => void release({ selection }) }
    : { id: 'freeze', name: say('manage.freeze'), more: say('manage.freeze.more'), isDisabled: row.stories === null, onAct: () => void freeze({ selection }) }
  return (
    <li>
      <div className="filter-selection-words">
        <Button look="quiet" small onPress={onUse} isDisabled={row.stories === null}>{row.name}</Button>
        <p className="filter-sentence">{row.rule === null ? say('manage.newer') : row.stories === null ? say('manage.circle') : filterSentence(row.rule, known)}</p>
        <p className="ui-hint">
          {[row.stories === null ? null : say('filter.stories', { count: row.stories }), row.frozen && say('frozen', { date: format.date(row.frozen.at), count: row.frozen.stories }), by && say('manage.by', { name: by })].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Menu
        label={say('manage.acts', { name: row.name })} placement="bottom end" trigger={<IconButton small name={say('manage.acts', { name: row.name })} icon={<Ellipsis aria-hidden />} />}
        parts={[{ acts: [{ id: 'use', name: say('manage.use'), onAct: onUse }, { id: 'rename', name: say('manage.rename'), onAct: onRename }, freezing, { id: 'remove', name: say('manage.remove'), onAct: () => void remove({ selection }) }] }]}
      />
    </li>
  )
}

function Rename({ selection, onClose }: { selection: Selection, onClose: () => void }) {
  const { say } = useKnown()
  const [name, setName] = useState(selection.name)
  const { write, failure } = useWrite('selection.change', { quiet: true })
  const save = async () => { if (name.trim() && (await write({ selection: selection.id, name })).ok) onClose() }
  return (
    <Dialog title={say('rename.title')} isOpen size="small" onClose={onClose} foot={<><Button onPress={onClose}>{say('answer.cancel')}</Button><Button look="primary" isDisabled={!name.trim()} onPress={() => void save()}>{say('keep.act')}</Button></>}>
      <form onSubmit={event => { event.preventDefault(); void save() }}>
        <TextField label={say('keep.name')} value={name} onChange={setName} maxLength={120} autoFocus error={failure ? failureWords(failure) : undefined} />
      </form>
    </Dialog>
  )
}
