// Writes down what one table saw. It asks what the paper form asks, in the same order; two readings at least.
import { useState } from 'react'
import { Plus } from 'lucide-react'
import type { Card } from '../../shared/contract/pack.ts'
import type { Harvest, Reading } from '../../shared/contract/session.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { draftOf, dropUnsaved, keepUnsaved, readUnsaved, type HarvestDraft } from './harvest-draft.ts'

export function HarvestDialog({ session, cards, harvest, onClose }: { session: Id, cards: readonly Card[], harvest: Harvest | null, onClose: () => void }) {
  const say = useSay('session')
  const themes = useRead('theme.list', {}).data ?? []
  const codes = useRead('code.list', {}).data ?? []
  const write = useWrite('harvest.write', { quiet: true })
  const change = useWrite('harvest.change', { quiet: true })
  const place = harvest?.id ?? session
  const [draft, setDraft] = useState(() => readUnsaved(place) ?? draftOf(harvest, cards))
  const [wasKept, setWasKept] = useState(() => readUnsaved(place) !== undefined)
  const set = (part: Partial<HarvestDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepUnsaved(place, next)
  }
  const startAnew = () => {
    dropUnsaved(place)
    setDraft(draftOf(harvest, cards))
    setWasKept(false)
  }
  const { table, observation, numbers, readings, action, owner, due, signal, about } = draft
  const given = readings.filter(({ words }) => words.trim() !== '')
  const wanted = numbers.split(/[^\d]+/).filter(Boolean).map(Number)
  const found = wanted.flatMap(number => cards.find(card => card.number === number)?.id ?? [])
  const unknown = cards.length > 0 ? wanted.filter(number => !cards.some(card => card.number === number)) : []
  const isWhole = observation.trim() !== '' && given.length >= 2
  const failure = write.failure ?? change.failure
  const setReading = (at: number, part: Partial<Reading>) => set({ readings: readings.map((each, row) => (row === at ? { ...each, ...part } : each)) })
  const save = async () => {
    const kept = (harvest?.cards ?? []).filter(id => !cards.some(card => card.id === id)) // cards of a pack that cannot be seen now
    const told = {
      table, observation, cards: [...kept, ...found], readings: given, action, owner, signal, due: /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : null,
      about: about === 'none' ? null : about.startsWith('t') ? { is: 'theme' as const, theme: about.slice(1) } : { is: 'code' as const, code: about.slice(1) }
    }
    const { ok } = harvest ? await change.write({ harvest: harvest.id, ...told }) : await write.write({ id: newId(), session, ...told })
    if (!ok) return
    dropUnsaved(place)
    onClose()
  }
  return (
    <Dialog title={say(harvest ? 'harvest.edit' : 'harvest.add')} isOpen isFirm onClose={onClose} size="large" foot={<>{!isWhole && <p className="ui-hint session-wants">{say('harvest.wants')}</p>}<Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={!isWhole} onPress={() => void save()}>{say('save')}</Button></>}>
      <div className="session-maker">
        {wasKept && <Notice act={<Button small onPress={startAnew}>{say('harvest.anew')}</Button>}>{say('harvest.unsaved')}</Notice>}
        <TextField label={say('harvest.observation')} value={observation} onChange={words => set({ observation: words })} lines={2} maxLength={4000} autoFocus />
        <div className="session-pair">
          <TextField label={say('harvest.cards')} hint={say('harvest.cards.hint')} error={unknown.length > 0 ? say('harvest.unknown', { numbers: unknown.join(', ') }) : null} value={numbers} onChange={typed => set({ numbers: typed })} />
          <NumberField label={say('harvest.table')} value={table ?? NaN} minValue={1} maxValue={20} onChange={value => set({ table: Number.isNaN(value) ? null : value })} />
        </div>
        <h3>{say('harvest.readings')}</h3>
        {readings.map((reading, at) => (
          <div key={at} className="session-reading">
            <TextField label={say('harvest.reading', { number: at + 1 })} value={reading.words} onChange={words => setReading(at, { words })} maxLength={2000} />
            <NumberField label={say('harvest.votes')} value={reading.votes} minValue={0} maxValue={999} onChange={votes => setReading(at, { votes: votes || 0 })} />
          </div>
        ))}
        {given.length < 2 && <p className="ui-hint">{say('harvest.two')}</p>}
        <Button small look="quiet" icon={<Plus aria-hidden />} isDisabled={readings.length >= 12} onPress={() => set({ readings: [...readings, { words: '', votes: 0 }] })}>{say('harvest.more')}</Button>
        <TextField label={say('harvest.action')} value={action} onChange={words => set({ action: words })} maxLength={500} />
        <div className="session-three">
          <TextField label={say('harvest.owner')} value={owner} onChange={words => set({ owner: words })} maxLength={500} />
          <DateField label={say('harvest.due')} value={due} onChange={words => set({ due: words })} />
          <TextField label={say('harvest.signal')} value={signal} onChange={words => set({ signal: words })} maxLength={500} />
        </div>
        <ComboBox
          label={say('harvest.about')} value={about} onChange={chosen => set({ about: chosen ?? 'none' })}
          choices={[{ id: 'none', name: say('harvest.nothing') }, ...themes.map(({ id, name }) => ({ id: `t${id}`, name: say('about.theme', { name }) })), ...codes.map(({ id, name }) => ({ id: `c${id}`, name: say('about.code', { name }) }))]}
        />
        {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      </div>
    </Dialog>
  )
}
