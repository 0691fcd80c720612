// What goes on paper: which material, for which table, in which type, and what stands on it.
import type { Card, Pack } from '../../../shared/contract/pack.ts'
import type { PackLook } from '../../../shared/domain/pack.ts'
import { LEAST } from '../../../shared/sharing/small-counts.ts'
import { useRead } from '../../api/hooks.ts'
import { useSay } from '../../i18n/say.ts'
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { FigureQuotes } from './figure-quotes.tsx'
import { hasFigure, isWorded, MATERIALS, type Material } from './material-kinds.ts'
import type { PrintChoice } from './print-page.tsx'
import { WordsEditor } from './words-editor.tsx'

export interface PrintControlsProps {
  pack: Pack
  cards: readonly Card[]
  choice: PrintChoice
  able: readonly Card[]
  chosen: readonly Card[]
  onChoice: (part: Partial<PrintChoice>) => void
  onLook: (part: Partial<PackLook>) => void
}

const DRAWN = new Set(['slider', 'triad', 'stones', 'choice', 'multi', 'likert'])
/** An answer of many stones has no one place in the figure to tie words to. */
const TIED = new Set([...DRAWN].filter(kind => kind !== 'stones'))

export function PrintControls({ pack, cards, choice, able, chosen, onChoice, onLook }: PrintControlsProps) {
  const say = useSay('session')
  const print = useSay('print')
  const signifiers = useRead('signifier.list', {}).data ?? []
  const themes = useRead('theme.list', {}, { when: choice.material === 'theme' }).data ?? []
  const { look } = pack
  const { material } = choice
  const smallGroups = look.group && cards.some(({ smallGroup }) => smallGroup)
  const rareBacks = material === 'cards' && look.duplex && cards.some(({ rare }) => rare.some(id => look.back.includes(id)))
  const drawn = signifiers.filter(({ kind }) => (material === 'triad' ? kind === 'triad' : (material === 'figure' ? TIED : DRAWN).has(kind)))
  return (
    <div className="session-controls">
      <Select<Material> label={say('paper.what')} value={material} onChange={next => onChoice({ material: next, ...(hasFigure(next) ? { signifier: (next === 'figure' ? look.figure?.signifier : null) ?? firstOf(signifiers, next) } : {}) })} choices={MATERIALS.map(id => ({ id, name: print(`material.${id}`) }))} />
      <p className="ui-hint">{print(`about.${material}`)}</p>
      {pack.tables > 1 && ['cards', 'reader', 'harvest', 'quotes'].includes(material) && (
        <Select label={say('paper.table')} value={String(choice.table)} onChange={table => onChoice({ table: Number(table) })} choices={[{ id: '0', name: say('paper.allTables') }, ...Array.from({ length: pack.tables }, (_, at) => ({ id: String(at + 1), name: say('table', { table: at + 1 }) }))]} />
      )}
      {hasFigure(material) && drawn.length > 0 && <Select label={say('paper.question')} value={choice.signifier} onChange={signifier => onChoice({ signifier })} choices={drawn.map(({ id, title }) => ({ id, name: title }))} />}
      {material === 'triad' && <Checkbox isSelected={choice.byGroup} onChange={byGroup => onChoice({ byGroup })}>{say('paper.byGroup')}</Checkbox>}
      {material === 'figure' && choice.signifier && able.length > 0 && <FigureQuotes able={able} chosen={chosen} onChoose={cards => onLook({ figure: { signifier: choice.signifier!, cards } })} />}
      {material === 'theme' && <Select label={say('paper.theme')} value={choice.theme} onChange={theme => onChoice({ theme })} choices={themes.map(({ id, name }) => ({ id, name }))} />}
      <RadioGroup label={say('paper.type')} asBar value={look.type} onChange={type => onLook({ type })} choices={(['clear', 'large'] as const).map(id => ({ id, name: say(`paper.type.${id}`) }))} />
      {material === 'cards' && (
        <>
          <RadioGroup label={say('paper.size')} asBar value={look.size} onChange={size => onLook({ size })} choices={(['a4', 'a5', 'a6'] as const).map(id => ({ id, name: id.toUpperCase() }))} />
          <Checkbox isSelected={look.duplex} onChange={duplex => onLook({ duplex })}>{say(look.size === 'a5' ? 'paper.duplex.short' : 'paper.duplex.long')}</Checkbox>
          {look.duplex && <CheckboxGroup label={say('paper.back')} hint={say('paper.back.hint')} choices={signifiers.filter(({ kind }) => kind !== 'text').map(({ id, title }) => ({ id, name: title }))} value={look.back} onChange={back => onLook({ back: back.slice(0, 8) })} />}
        </>
      )}
      {['cards', 'quotes', 'figure'].includes(material) && <Checkbox isSelected={look.group} onChange={group => onLook({ group })}>{say('paper.group')}</Checkbox>}
      {(hasFigure(material) || material === 'theme' || smallGroups || rareBacks) && <Checkbox isSelected={look.hideSmall} onChange={hideSmall => onLook({ hideSmall })}>{say('paper.hideSmall', { least: LEAST })}</Checkbox>}
      {['cards', 'reader'].includes(material) && <Checkbox isSelected={look.title} onChange={title => onLook({ title })}>{say('paper.title')}</Checkbox>}
      {['cards', 'reader'].includes(material) && <Checkbox isSelected={look.triggers} onChange={triggers => onLook({ triggers })}>{say('paper.triggers')}</Checkbox>}
      {isWorded(material) && <WordsEditor key={material} material={material} words={look.words[material]} onKeep={words => onLook({ words: { ...look.words, [material]: words } })} />}
    </div>
  )
}

function firstOf(signifiers: readonly { id: string, kind: string }[], material: Material): string | null {
  return (signifiers.find(({ kind }) => kind === 'triad') ?? (material === 'triad' ? undefined : signifiers.find(({ kind }) => DRAWN.has(kind))))?.id ?? null
}
