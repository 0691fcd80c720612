// The same words, code and coder more than once, from two copies: one coder can let the others go.
import type { ConflictList } from '../../shared/contract/conflict.ts'
import { useWrite } from '../api/hooks.ts'
import { useCoders, useMe } from '../api/use-me.ts'
import { storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Part, ToLook } from './part.tsx'

export function Twice({ twice, mayCode }: { twice: ConflictList['twice'], mayCode: boolean }) {
  const say = useSay('merging')
  const coders = useCoders()
  const me = useMe()
  const { write: remove, pending } = useWrite('coding.remove')
  return (
    <Part title={say('twice')} id="twice" rows={twice}>
      {({ story, number, code, coder, codings, quote }) => {
        const name = coders.get(coder)?.name ?? say('somebody')
        return (
          <ToLook
            key={codings[0]}
            act={mayCode && coder === me && (
              <Button small isDisabled={pending} aria-label={say('twice.do.one', { code, number })} onPress={() => void remove({ codings: codings.slice(1) })}>{say('twice.do')}</Button>
            )}
          >
            {say('twice.one', { coder: name, count: codings.length, code, number })} <q>{quote}</q>{' '}
            <a href={storyRoute(story)}>{say('story')}</a>
            {coder !== me && <p className="ui-hint">{say('twice.notYours', { coder: name })}</p>}
          </ToLook>
        )
      }}
    </Part>
  )
}
