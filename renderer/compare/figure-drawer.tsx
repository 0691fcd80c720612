// One code's figures with how sure they are, and the way to the places they are about.
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import type { FiguresAnswer } from './figures-panel.tsx'

type Row = FiguresAnswer['rows'][number]

export function FigureDrawer({ around: { compared, choices }, row, onShow, onClose }: { around: Around, row: Row, onShow: () => void, onClose: () => void }) {
  const say = useSay('compare')
  const format = useFormats()
  const { data, error } = useRead('compare.figure', { coders: compared.map(({ id }) => id), code: row.code, filter: choices.filter }, { when: row.why === null })
  const value = (name: string, number: number) => (name === 'percent' ? format.percent(number) : format.number(number, 2))
  const part = (side: 'story' | 'text') => {
    const [found, sure] = [row[side], data?.intervals?.[side]]
    if (!found || !sure) return null
    return (
      <section>
        <h3>{say(`figures.${side}`)}</h3>
        <dl className="compare-figures">
          {(Object.entries(found) as ['percent', number | null][]).filter(([, number]) => number !== null).map(([name, number]) => {
            const [low, high] = (sure as Record<string, [number, number] | null>)[name] ?? []
            return <div key={name}><dt>{say(`figures.${name}`)}</dt><dd><b>{value(name, number!)}</b> {low === undefined ? say('figures.noInterval') : say('figures.between', { low: value(name, low), high: value(name, high!) })}</dd></div>
          })}
        </dl>
      </section>
    )
  }
  return (
    <Drawer title={row.name} lead={say('figures.n', { n: format.number(data?.stories ?? row.stories) })} isOpen onClose={onClose}>
      <div className="compare-figure">
        <Button look="primary" onPress={onShow}>{say('figures.spots')}</Button>
        {row.why === 'fewUses' ? <Notice>{say('figures.fewUses')}</Notice> : error ? <Notice kind="error">{failureWords(failureOf(error))}</Notice> : !data ? <Skeleton label={say('loading')} lines={6} /> : (
          <>
            <p>{say('figures.sure')}</p>
            {part('story')}
            {part('text')}
            <p className="ui-hint">{say('figures.drawn')}</p>
          </>
        )}
      </div>
    </Drawer>
  )
}
