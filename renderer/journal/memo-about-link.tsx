// What a memo is about, in words that lead there.
import type { Memo } from '../../shared/contract/memo.ts'
import { useRead } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import { formatRoute, storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'

export function MemoAboutLink({ memo }: { memo: Memo }) {
  const say = useSay('journal')
  const codes = useRead('code.list', {}, { when: memo.about === 'code' }).data
  const signifiers = useRead('signifier.list', {}, { when: memo.about === 'signifier' }).data
  const coders = useCoders()
  const themes = useRead('theme.list', {}, { when: memo.about === 'theme' }).data
  switch (memo.about) {
    case 'story': return <a href={storyRoute(memo.aboutId)}>{say('about.story', { number: memo.number ?? '…' })}</a>
    case 'coding': {
      const words = memo.number === null ? say('about.codingGone') : say('about.coding', { number: memo.number })
      return memo.story ? <a href={formatRoute({ place: 'lezen', rest: [memo.story], query: { bij: memo.aboutId } })}>{words}</a> : words
    }
    case 'code': {
      const code = codes?.find(({ id }) => id === memo.aboutId)
      return <a href={formatRoute({ place: 'codes', rest: [memo.aboutId] })}>{code ? say('about.code', { code: code.name }) : say('about.codeGone')}</a>
    }
    case 'theme': {
      const theme = themes?.find(({ id }) => id === memo.aboutId)
      return <a href={formatRoute({ place: 'themas', rest: [memo.aboutId] })}>{theme ? say('about.theme', { theme: theme.name }) : say('about.themeGone')}</a>
    }
    case 'signifier': return say('about.signifier', { question: signifiers?.find(({ id }) => id === memo.aboutId)?.title ?? '…' })
    case 'coder': return say('about.coder', { name: coders.get(memo.aboutId)?.name ?? '…' })
    case 'project': return null
  }
}
