// What goes on paper: which material, for which table, in which type, and what stands on it.
import type { Card, Pack } from '../../../shared/contract/pack.ts'
import type { PackLook } from '../../../shared/domain/pack.ts'
import { useRead } from '../../api/hooks.ts'
import { useSay } from '../../i18n/say.ts'
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { hasFigure, isWorded, MATERIALS, type Material } from './material-kinds.ts'
import type { PrintChoice } from './print-page.tsx'
import { WordsEditor } from './words-editor.tsx'

export interface PrintControlsProps {
  pack: Pack
  cards: readonly Card[]
  choice: PrintChoice
  wants: string | null
  onChoice: (part: Partial<PrintChoice>) => void
  onLook: (part: Partial<PackLook>) => void
}

const DRAWN = new Set(['slider', 'triad', 'choice', 'multi', 'likert'])

export function PrintControls({ pack, choice, onChoice, onLook }: PrintControlsProps) {
  const say = useSay('session')
  const print = useSay('print')
  const signifiers = useRead('signifier.list', {}).data ?? []
  const themes = useRead('theme.list', {}, { when: choice.material === 'theme' }).data ?? []
  const { look } = pack
  const { material } = choice
  const drawn = signifiers.filter(({ kind }) => (material === 'triad' ? kind === 'triad' : DRAWN.has(kind)))
  return (
    <div className="session-controls">
      <Select<Material> label={say('paper.what')} value={material} onChange={next => onChoice({ material: next, ...(hasFigure(next) ? { signifier: firstOf(signifiers, next) } : {}) })} choices={MATERIALS.map(id => ({ id, name: print(`material.${id}`) }))} />
      <p className="ui-hint">{print(`about.${material}`)}</p>
      {pack.tables > 1 && ['cards', 'reader', 'harvest', 'quotes'].includes(material) && (
        <Select label={say('paper.table')} value={String(choice.table)} onChange={table => onChoice({ table: Number(table) })} choices={[{ id: '0', name: say('paper.allTables') }, ...Array.from({ length: pack.tables }, (_, at) => ({ id: String(at + 1), name: say('table', { table: at + 1 }) }))]} />
      )}
      {hasFigure(material) && drawn.length > 0 && <Select label={say('paper.question')} value={choice.signifier} onChange={signifier => onChoice({ signifier })} choices={drawn.map(({ id, title }) => ({ id, name: title }))} />}
      {material === 'triad' && <Checkbox isSelected={choice.byGroup} onChange={byGroup => onChoice({ byGroup })}>{say('paper.byGroup')}</Checkbox>}
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
      {['cards', 'reader'].includes(material) && <Checkbox isSelected={look.title} onChange={title => onLook({ title })}>{say('paper.title')}</Checkbox>}
      {['cards', 'reader'].includes(material) && <Checkbox isSelected={look.triggers} onChange={triggers => onLook({ triggers })}>{say('paper.triggers')}</Checkbox>}
      {isWorded(material) && <WordsEditor key={material} material={material} words={look.words[material]} onKeep={words => onLook({ words: { ...look.words, [material]: words } })} />}
    </div>
  )
}

function firstOf(signifiers: readonly { id: string, kind: string }[], material: Material): string | null {
  return (signifiers.find(({ kind }) => kind === 'triad') ?? (material === 'triad' ? undefined : signifiers.find(({ kind }) => DRAWN.has(kind))))?.id ?? null
}
