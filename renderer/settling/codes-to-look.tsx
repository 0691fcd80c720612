// The codebook after copies came together: circles, codes taken away while in use, codings left behind, equal names.
import type { ConflictList } from '../../shared/contract/conflict.ts'
import { useWrite } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import { formatRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Part, ToLook } from './part.tsx'

export function CodesToLook({ list, mayCode }: { list: ConflictList, mayCode: boolean }) {
  const say = useSay('merging')
  const format = useFormats()
  const coders = useCoders()
  const { write: restore, pending: isRestoring } = useWrite('code.restore')
  const { write: merge, pending: isMerging } = useWrite('code.merge')
  const codebook = <a href={formatRoute({ place: 'codes' })}>{say('toCodebook')}</a>
  /** All into the one that is used most. */
  const mergeAll = async (codes: ConflictList['sameName'][number]): Promise<void> => {
    const [into, ...others] = codes.toSorted((a, b) => b.codings - a.codings)
    for (const other of others) if (!(await merge({ code: other.id, into: into!.id })).ok) return
  }
  return (
    <>
      <Part title={say('circles')} id="circles" rows={list.circles}>
        {({ code, name, under }) => <ToLook key={code} act={codebook}>{say('circle', { code: name, under })}</ToLook>}
      </Part>
      <Part title={say('inUse')} id="inUse" rows={list.inUse}>
        {({ id, name, codings, by }) => (
          <ToLook
            key={id}
            act={mayCode && <Button small isDisabled={isRestoring} aria-label={say('inUse.restore.one', { code: name })} onPress={() => void restore({ code: id })}>{say('inUse.restore')}</Button>}
          >
            {say('inUse.by', { code: name, name: (by && coders.get(by)?.name) ?? say('somebody'), count: codings })}
          </ToLook>
        )}
      </Part>
      <Part title={say('leftBehind')} id="leftBehind" rows={list.leftBehind}>
        {({ id, name, codings, into, intoName }) => (
          <ToLook
            key={id}
            act={mayCode && <Button small isDisabled={isMerging} aria-label={say('leftBehind.do.one', { code: name, into: intoName })} onPress={() => void merge({ code: id, into })}>{say('leftBehind.do')}</Button>}
          >
            {say('leftBehind.one', { code: name, into: intoName, count: codings })}
          </ToLook>
        )}
      </Part>
      <Part title={say('sameName')} id="sameName" rows={list.sameName} lead={<>{say('sameName.lead')} {codebook}</>}>
        {codes => (
          <ToLook
            key={codes[0]!.id}
            act={mayCode && <Button small isDisabled={isMerging} aria-label={say('sameName.do.one', { name: codes[0]!.name })} onPress={() => void mergeAll(codes)}>{say('sameName.do')}</Button>}
          >
            {say('sameName.one', { name: codes[0]!.name, count: codes.length, codings: format.list(codes.map(({ codings }) => format.number(codings))) })}
          </ToLook>
        )}
      </Part>
    </>
  )
}
