// The name of the theme or code that a harvest is about.
import type { Harvest } from '../../shared/contract/session.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'

export function useAboutNames(): (about: NonNullable<Harvest['about']>) => string {
  const say = useSay('session')
  const themes = useRead('theme.list', {}).data
  const codes = useRead('code.list', {}).data
  return about => (about.is === 'theme' ? say('about.theme', { name: themes?.find(({ id }) => id === about.theme)?.name ?? '…' }) : say('about.code', { name: codes?.find(({ id }) => id === about.code)?.name ?? '…' }))
}
