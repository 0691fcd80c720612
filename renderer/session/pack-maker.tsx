// Makes a pack: which stories, how they are drawn, how many for how many tables. Nothing is written until one says so.
import { Dices } from 'lucide-react'
import { newId } from '../../shared/domain/ids.ts'
import { deal } from '../../shared/session/deal.ts'
import { DRAW_METHODS, drawSeed, type DrawMethod } from '../../shared/session/draw.ts'
import { failureOf } from '../api/failed.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { FilterChips } from '../filter/filter-chips.tsx'
import { useKnown } from '../filter/rule-words.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toneQuestion } from './tone.ts'
import { divisionsOf, measuresOf, methodOf, needsDivision, needsMeasure, sourceOf, useMaker, type Wish } from './use-maker.ts'

export function PackMaker({ wish, onClose }: { wish: Wish, onClose: () => void }) {
  const say = useSay('session')
  const known = useKnown()
  const { signifiers } = known
  const project = useRead('project.read', {}).data
  const themes = useRead('theme.list', {}).data ?? []
  const make = useWrite('pack.make', { quiet: true })
  const { chosen, set } = useMaker(wish)
  const divisions = divisionsOf(signifiers, project?.groups.length ?? 0, project?.waves.length ?? 0)
  const measures = measuresOf(signifiers)
  const source = sourceOf(chosen, themes)
  const method = methodOf(chosen, divisions, measures)
  const isVague = source.form === 'fragment' && source.codes.length === 0 && !source.theme
  const { data: drawn, error } = useRead('pack.draw', { source, method, count: chosen.count }, { when: project !== undefined && !isVague, keepFormer: true })
  if (!project) return null

  const nameOf = (division: string) => (division === 'group' || division === 'wave' ? say(`by.${division}`) : signifiers.find(({ id }) => id === division)?.title ?? '…')
  const first = themes.find(({ id }) => id === source.theme)?.name ?? (source.codes.length === 1 ? known.codes.find(({ id }) => id === source.codes[0])?.name : undefined) ?? say('make.name.first')
  const perTable = (count: number) => {
    const shared = Math.min(chosen.shared, count)
    const own = (count - shared) / chosen.tables
    return Number.isInteger(own) ? say('drawn.table', { count: shared + own }) : say('drawn.tables', { least: shared + Math.floor(own), most: shared + Math.ceil(own) })
  }
  const save = async () => {
    if (!drawn || isVague) return
    const id = newId()
    const tone = toneQuestion(signifiers)
    const hands = deal(drawn.rows.map(({ category }) => category), chosen.tables, chosen.shared)
    const { ok } = await make.write({
      id, name: chosen.name.trim() || first, question: chosen.question.trim(), source, method, tables: chosen.tables, tone: tone?.id ?? null, look: { back: [...new Set([...method.measures, ...signifiers.filter(({ kind }) => kind === 'triad').slice(0, 1).map(({ id: triad }) => triad), ...(tone ? [tone.id] : [])])] },
      cards: drawn.rows.map(({ from }, at) => ({ card: newId(), from, tables: hands[at]! }))
    })
    if (!ok) return
    onClose()
    go(formatRoute({ place: 'sessie', rest: ['pakket', id] }))
  }
  return (
    <Dialog
      title={say('make')} isOpen onClose={onClose} size="large"
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={isVague || !drawn || drawn.rows.length === 0 || make.pending} onPress={() => void save()}>{say('make.do', { count: isVague ? 0 : drawn?.rows.length ?? 0 })}</Button></>}
    >
      <div className="session-maker">
        <div className="session-pair">
          <TextField label={say('name')} value={chosen.name} onChange={name => set({ name })} placeholder={first} maxLength={120} autoFocus />
          <TextField label={say('question')} hint={say('question.hint')} value={chosen.question} onChange={question => set({ question })} maxLength={120} />
        </div>
        <h3>{say('which')}</h3>
        <div className="session-pair">
          <ComboBox
            label={say('about')} hint={say('about.hint')} value={chosen.about} onChange={about => set({ about: about ?? 'all' })}
            choices={[{ id: 'all', name: say('about.all') }, ...themes.map(({ id, name }) => ({ id: `t${id}`, name: say('about.theme', { name }) })), ...known.codes.map(({ id, name }) => ({ id: `c${id}`, name: say('about.code', { name }) }))]}
          />
          <RadioGroup label={say('form')} asBar value={chosen.form} onChange={form => set({ form })} choices={(['story', 'fragment'] as const).map(id => ({ id, name: say(`form.${id}`) }))} />
        </div>
        <FilterChips project={project} filter={chosen.filter} onChange={filter => set({ filter })} />
        <h3>{say('how')}</h3>
        <div className="session-pair">
          <Select<DrawMethod> label={say('method')} hint={say(`method.${chosen.method}.hint`)} value={chosen.method} onChange={next => set({ method: next })} choices={DRAW_METHODS.map(id => ({ id, name: say(`method.${id}`) }))} />
          {needsDivision(chosen) && divisions.length > 0 && <Select label={say('by')} value={chosen.by ?? divisions[0]!} onChange={by => set({ by })} choices={divisions.map(id => ({ id, name: nameOf(id) }))} />}
          {needsMeasure(chosen) && measures.length > 0 && <Select label={say('measure')} value={chosen.measure ?? measures[0]!.id} onChange={measure => set({ measure })} choices={measures.map(({ id, title }) => ({ id, name: title }))} />}
        </div>
        <div className="session-three">
          <NumberField label={say('count')} value={chosen.count} minValue={1} maxValue={200} onChange={count => set({ count: count || 1 })} />
          <NumberField label={say('tables')} value={chosen.tables} minValue={1} maxValue={20} onChange={tables => set({ tables: tables || 1 })} />
          <NumberField label={say('shared')} hint={say('shared.hint')} value={chosen.shared} minValue={0} maxValue={chosen.count} onChange={shared => set({ shared: shared || 0 })} />
        </div>
        <div className="session-drawn" role="status">
          {isVague ? <Notice kind="warning">{say('make.vague')}</Notice> : error ? <Notice kind="error">{failureWords(failureOf(error))}</Notice> : drawn && (
            <p>{say('drawn', { count: drawn.rows.length, of: say('drawn.of', { count: drawn.of }) })} {drawn.rows.length < chosen.count && say('drawn.few')} {chosen.tables > 1 && perTable(drawn.rows.length)}</p>
          )}
          <Button small look="quiet" icon={<Dices aria-hidden />} onPress={() => set({ seed: drawSeed() })}>{say('again', { seed: chosen.seed })}</Button>
        </div>
        {make.failure && <Notice kind="error">{failureWords(make.failure)}</Notice>}
      </div>
    </Dialog>
  )
}
