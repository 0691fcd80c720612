// Samen: whom one compares above, and below it the stories side by side, the talks, how often each code was used, and figures of agreement.
import { useRead } from '../api/hooks.ts'
import { usePreference } from '../api/preferences.ts'
import { useMe, useWork } from '../api/use-me.ts'
import { formatRoute, useRoute } from '../app/route.ts'
import { FilterChips } from '../filter/filter-chips.tsx'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { ChooseCodes } from './choose-codes.tsx'
import { ChooseCoders } from './choose-coders.tsx'
import { Choices, comparedOf, FIRST, peopleOf } from './choices.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { OftenPanel } from './often-panel.tsx'
import { StoriesFace } from './stories-face.tsx'
import { TalksPanel } from './talks-panel.tsx'
import './compare.css'

export default function ComparePage() {
  const say = useSay('compare')
  const me = useMe()
  const project = useRead('project.read', {}).data
  const coders = useRead('coder.list', {}).data
  const work = useWork()
  const codes = useRead('code.list', {}).data
  if (!project || !coders || !work || !codes || me === null) return <div className="frame-page"><Skeleton label={say('loading')} lines={8} /></div>
  if (peopleOf(coders).length < 2) return <EmptyState isPage title={say('title')} says={say('coders.alone')} />
  return <Workspace project={project} coders={coders} work={work} codes={codes} me={me} />
}

/** The word in the address of every face but the first. */
const FACES = { talks: 'gesprekken', codes: 'codes', figures: 'cijfers' } as const

function Workspace({ project, coders, work, codes, me }: Pick<Around, 'project' | 'coders' | 'work' | 'codes' | 'me'>) {
  const say = useSay('compare')
  const route = useRoute()
  const [choices, keep] = usePreference(`compare:${project.id}`, Choices, FIRST)
  const open = useRead('talk.list', {}).data?.filter(({ settled }) => settled === null).length ?? 0
  const set = (part: Partial<Choices>) => keep({ ...choices, ...part })
  const around: Around = { project, coders, work, codes, me, choices, set, compared: comparedOf(choices.coders, coders, work, me) }
  const at = route.rest[0]
  const face = (Object.keys(FACES) as (keyof typeof FACES)[]).find(name => FACES[name] === at) ?? 'stories'
  const link = (name: 'stories' | keyof typeof FACES) => formatRoute({ place: 'samen', rest: name === 'stories' ? choices.story ? [choices.story] : [] : [FACES[name]] })
  return (
    <div className="compare">
      <header className="compare-head">
        <h1>{say('title')}</h1>
        <nav className="compare-faces" aria-label={say('faces')}>
          {(['stories', 'talks', 'codes', 'figures'] as const).map(name => (
            <a key={name} href={link(name)} aria-current={face === name ? 'page' : undefined}>{say(`face.${name}`)}{name === 'talks' && open > 0 && <span className="ui-count">{open}</span>}</a>
          ))}
        </nav>
        {face !== 'talks' && (
          <div className="compare-choices">
            <ChooseCoders around={around} />
            {face === 'stories' && <ChooseCodes around={around} />}
            <FilterChips project={project} filter={choices.filter} onChange={filter => set({ filter })} />
          </div>
        )}
      </header>
      {face === 'stories' ? <StoriesFace around={around} route={route} /> : (
        <div className="compare-panel">
          {face === 'talks' ? <TalksPanel around={around} /> : face === 'codes' ? <OftenPanel around={around} /> : <FiguresPanel around={around} />}
        </div>
      )}
    </div>
  )
}
