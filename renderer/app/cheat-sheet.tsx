// The keys that work here and now, by part.
import { useSay } from '../i18n/say.ts'
import { hasReader, useReaderKeys } from '../reader/reader-keys.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { canRun, useAllActions, type Action } from './actions.ts'
import { printedKeys } from './keys.ts'

export function CheatSheet({ onClose }: { onClose: () => void }) {
  const say = useSay('frame')
  const parts = Map.groupBy(useAllActions().filter(action => action.keys && (action.taught || canRun(action))), action => action.part ?? say('keys.other'))
  const reader = useReaderKeys()
  return (
    <Dialog title={say('keys.title')} isOpen onClose={onClose} size="large" foot={<Button look="primary" onPress={onClose}>{say('settings.close')}</Button>}>
      <p>{say('keys.hint')}</p>
      <div className="frame-keys">
        {[...parts].map(([part, actions]) => (
          <section key={part}>
            <h3>{part}</h3>
            <dl>{unique(actions).map(action => <KeyLine key={action.id} action={action} />)}</dl>
          </section>
        ))}
        {hasReader() && (
          <section>
            <h3>{reader.title}</h3>
            <dl>{reader.keys.map(each => <KeyLine key={each.name} action={each} />)}</dl>
          </section>
        )}
      </div>
    </Dialog>
  )
}

function KeyLine({ action }: { action: Pick<Action, 'name' | 'keys'> }) {
  return (
    <div>
      <dt>{action.name}</dt>
      <dd>{action.keys!.map(keys => <Kbd key={keys} keys={printedKeys(keys)} />)}</dd>
    </div>
  )
}

/** The last one of an id is the one that works; two ways to one thing are one line. */
function unique(actions: Action[]): Action[] {
  const working = [...new Map(actions.map(action => [action.id, action])).values()]
  return [...Map.groupBy(working, ({ name }) => name).values()].map(same => ({ ...same[0]!, keys: same.flatMap(({ keys }) => keys ?? []) }))
}
