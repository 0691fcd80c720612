// The cross-table and what belongs to it: each view under an address of its own, chosen above.
import { useRead } from '../api/hooks.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { CourseView } from './course-view.tsx'
import { DataView } from './data-view.tsx'
import { ExpectationsView } from './expectations-view.tsx'
import { MethodView } from './method-view.tsx'
import { PairView } from './pair-view.tsx'
import { TogetherView } from './together-view.tsx'
import { SampleView } from './sample-view.tsx'
import { TableView } from './table-view.tsx'
import './crosstab.css'

/** By the word in the address: #/kruistabel/twee-codes. The table has none. */
const VIEWS = { '': TableView, verwachtingen: ExpectationsView, 'twee-codes': PairView, samen: TogetherView, verloop: CourseView, steekproef: SampleView, gegevens: DataView, verantwoording: MethodView } as const
type ViewName = keyof typeof VIEWS
const names = Object.keys(VIEWS) as ViewName[]

export default function CrosstabPage() {
  const say = useSay('crosstab')
  const project = useRead('project.read', {}).data
  const codes = useRead('code.list', {}).data
  const signifiers = useRead('signifier.list', {}).data
  const coders = useRead('coder.list', {}).data
  const themes = useRead('theme.names', {}).data
  const ready = project && codes && signifiers && coders && themes
  return (
    <div className="crosstab">
      {!ready ? <Skeleton label={say('loading')} lines={8} /> : codes.every(({ retired }) => retired) ? (
        <>
          <h1>{say('title')}</h1>
          <EmptyState says={say('empty.codes')} act={<Button look="primary" onPress={() => go('#/lezen')}>{say('empty.codes.act')}</Button>} />
        </>
      ) : <Views project={project} codes={codes} signifiers={signifiers} coders={coders} themes={themes} />}
    </div>
  )
}

function Views(around: Around) {
  const say = useSay('crosstab')
  const { rest } = useRoute()
  const at = names.find(name => name === (rest[0] ?? '')) ?? ''
  const View = VIEWS[at]
  return (
    <>
      <header className="crosstab-top">
        <h1>{say('title')}</h1>
        <nav aria-label={say('views')}>
          {names.map(name => <a key={name} href={formatRoute({ place: 'kruistabel', rest: name ? [name] : [] })} aria-current={name === at ? 'page' : undefined}>{say(`view.${name || 'tabel'}`)}</a>)}
        </nav>
      </header>
      <View {...around} />
    </>
  )
}
