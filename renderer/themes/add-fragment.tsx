// Laying a coded passage on a theme that its code does not lie with: mostly one that speaks against it.
import { useState } from 'react'
import type { CodingInContext } from '../../shared/contract/coding.ts'
import type { Side, Theme } from '../../shared/contract/theme.ts'
import { wordsBefore, wordsBehind } from '../../shared/domain/context.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { GridList } from '../ui/grid-list.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import type { ThemeDesk } from './use-themes.ts'

export function AddFragment({ theme, desk, onClose }: { theme: Theme, desk: ThemeDesk, onClose: () => void }) {
  const say = useSay('themes')
  const [code, setCode] = useState<Id | null>(null)
  const [side, setSide] = useState<Side>('contradicts')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const found = useRead('coding.list', { code: code ?? undefined, limit: 200 }, { when: code !== null }).data
  const add = async () => { if (chosen.size > 0 && await desk.place(theme, [...chosen].map(coding => ({ coding })), { side })) onClose() }
  return (
    <Dialog
      title={say('fragment.add')} isOpen size="large" onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={chosen.size === 0} onPress={() => void add()}>{say('fragment.lay', { count: chosen.size })}</Button></>}
    >
      <div className="theme-add">
        <RadioGroup<Side> label={say('fragment.side')} asBar value={side} onChange={setSide} choices={(['contradicts', 'supports'] as const).map(id => ({ id, name: say(`side.${id}`) }))} />
        <ComboBox<Id> label={say('fragment.code')} value={code} onChange={next => { setCode(next); setChosen(new Set()) }} choices={desk.codes.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name }))} />
        {code !== null && (
          <GridList<CodingInContext & { name: string }>
            label={say('fragment.choose')} className="theme-add-rows" severalAtOnce selected={chosen} onSelect={setChosen}
            rows={(found?.rows ?? []).map(row => ({ ...row, name: say('part.fragment', { number: row.number, quote: row.quote.slice(0, 60) }) }))}
            renderRow={row => <p className="theme-add-row"><span className="theme-part-from">{say('story', { number: row.number })}</span>{wordsBefore(row.before, 40)}<mark>{row.quote}</mark>{wordsBehind(row.after, 40)}</p>}
            emptyState={<p className="ui-hint">{say('fragment.none')}</p>}
          />
        )}
      </div>
    </Dialog>
  )
}
