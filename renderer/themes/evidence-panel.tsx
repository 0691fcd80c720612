// What a theme rests on, in numbers that each open what is behind them. Nothing here says how good a theme is.
import { useState, type ReactNode } from 'react'
import type { Evidence, Theme } from '../../shared/contract/theme.ts'
import type { Input } from '../../shared/contract/index.ts'
import type { Layer } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { BehindTheme, type Behind } from './behind-theme.tsx'

export function EvidencePanel({ theme }: { theme: Theme }) {
  const say = useSay('themes')
  const project = useRead('project.read', {}).data
  const [is, setIs] = useState<'all' | 'consensus' | null>(null)
  const layer: Layer = { is: is ?? (project?.hasConsensus ? 'consensus' : 'all') }
  const [behind, setBehind] = useState<Behind | null>(null)
  const evidence = useRead('theme.evidence', { theme: theme.id, layer }, { when: project !== undefined, keepFormer: true }).data
  if (!project || !evidence) return <Skeleton label={say('loading')} lines={6} />
  const number = (count: number, opens: Behind): ReactNode => <Number count={count} onOpen={() => setBehind(opens)} says={opens.title} />
  return (
    <div className="theme-evidence">
      {project.hasConsensus && (
        <Select<'all' | 'consensus'> label={say('layer')} value={layer.is === 'consensus' ? 'consensus' : 'all'} onChange={setIs} choices={[{ id: 'all', name: say('layer.all') }, { id: 'consensus', name: say('layer.consensus') }]} />
      )}
      <Sums evidence={evidence} number={number} />
      <div className="theme-pair">
        <Groups evidence={evidence} names={new Map(project.groups.map(({ id, name }) => [id, name]))} number={number} />
        <ByCoder evidence={evidence} number={number} />
      </div>
      <p className="ui-hint">{say('evidence.about', { n: evidence.about.n, read: evidence.read })}{evidence.about.blind && ` ${say('evidence.blind')}`}</p>
      {behind && <BehindTheme behind={behind} theme={theme} layer={layer} onClose={() => setBehind(null)} />}
    </div>
  )
}

type NumberOf = (count: number, opens: Behind) => ReactNode

function Sums({ evidence, number }: { evidence: Evidence, number: NumberOf }) {
  const say = useSay('themes')
  const fragments = (key: 'supports' | 'contradicts' | 'apart' | 'telling' | 'doubted', count: number, rule: Partial<Input<'theme.fragments'>>) =>
    ({ key: `${key}.fragments` as const, shown: number(count, { is: 'fragments', title: say(`evidence.${key}.fragments`), rule }) })
  const rows = [
    fragments('supports', evidence.supports.fragments, { side: 'supports' }),
    { key: 'supports.stories' as const, shown: number(evidence.supports.stories, { is: 'stories', title: say('evidence.supports.stories'), rule: { only: 'supports' } }) },
    fragments('contradicts', evidence.contradicts.fragments, { side: 'contradicts' }),
    { key: 'contradicts.stories' as const, shown: number(evidence.contradicts.stories, { is: 'stories', title: say('evidence.contradicts.stories'), rule: { only: 'contradicts' } }) },
    fragments('telling', evidence.telling, { telling: true }), fragments('doubted', evidence.doubted, { doubted: true }), fragments('apart', evidence.apart, { side: 'apart' })
  ]
  return <dl className="theme-sums">{rows.map(({ key, shown }) => <div key={key}><dt>{say(`evidence.${key}`)}</dt><dd>{shown}</dd></div>)}</dl>
}

function Groups({ evidence, names, number }: { evidence: Evidence, names: ReadonlyMap<string, string>, number: NumberOf }) {
  const say = useSay('themes')
  const format = useFormats()
  return (
    <table className="theme-table">
      <caption>{say('evidence.groups')}</caption>
      <thead><tr><th scope="col">{say('evidence.group')}</th><th scope="col">{say('side.supports')}</th><th scope="col">{say('side.contradicts')}</th><th scope="col">{say('evidence.of')}</th></tr></thead>
      <tbody>
        {evidence.groups.map(({ group, supports, contradicts, of }) => {
          const name = group === null ? say('evidence.noGroup') : names.get(group) ?? '…'
          const opens = (side: 'supports' | 'contradicts'): Behind => ({ is: 'stories', title: `${say(`evidence.${side}.stories`)} · ${name}`, rule: { only: side, group } })
          return <tr key={group}><th scope="row">{name}</th><td>{number(supports, opens('supports'))}</td><td>{number(contradicts, opens('contradicts'))}</td><td>{format.number(of)}</td></tr>
        })}
      </tbody>
    </table>
  )
}

function ByCoder({ evidence, number }: { evidence: Evidence, number: NumberOf }) {
  const say = useSay('themes')
  const format = useFormats()
  const coders = useCoders()
  return (
    <table className="theme-table">
      <caption>{say('evidence.coders')}</caption>
      <thead><tr><th scope="col">{say('evidence.coder')}</th><th scope="col">{say('evidence.fragments')}</th><th scope="col">{say('evidence.stories')}</th></tr></thead>
      <tbody>
        {evidence.coders.map(({ coder, fragments, stories }) => {
          const name = coders.get(coder)?.name ?? '…'
          return <tr key={coder}><th scope="row">{name}</th><td>{number(fragments, { is: 'fragments', title: `${say('evidence.supports.fragments')} · ${name}`, rule: { side: 'supports', coder } })}</td><td>{format.number(stories)}</td></tr>
        })}
      </tbody>
    </table>
  )
}

/** A number one can open; of nothing there is nothing to open. */
function Number({ count, says, onOpen }: { count: number, says: string, onOpen: () => void }) {
  const format = useFormats()
  return count === 0 ? <span className="theme-number">0</span> : <Button small look="quiet" className="theme-number" aria-label={`${format.number(count)} · ${says}`} onPress={onOpen}>{format.number(count)}</Button>
}
