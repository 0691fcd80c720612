// What is wrong with the project's file while one works in it, across the top: why, that nothing is lost, and the way on.
import { useConnection } from '../api/connection.ts'
import { useDesk } from '../api/desk.ts'
import { useFileNews } from '../api/file-news.ts'
import type { TextKey } from '../i18n/catalogue.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** What to do while changes wait by themselves; the failure’s own sentence tells to try again. */
const STUCK: Record<string, TextKey<'keeping'>> = { 'store.disk_full': 'stuck.full', 'store.disk_error': 'stuck.disk', 'store.rights_lost': 'stuck.rights' }

export function FileFault({ path }: { path: string }) {
  const say = useSay('keeping')
  const { stuck, waiting } = useConnection()
  const { moved, kept } = useFileNews()
  const { write: open, pending } = useDesk('desk.open')
  if (moved) {
    return <div className="frame-fault"><Notice kind="error" act={<Button small onPress={() => { if (!pending) void open({ path }) }}>{say('moved.open')}</Button>}>{say('moved', { path })} {kept ? say('moved.kept', { kept }) : say('moved.elsewhere')}</Notice></div>
  }
  if (!stuck) return null
  return <div className="frame-fault"><Notice kind="error">{STUCK[stuck.message] ? say(STUCK[stuck.message]!) : failureWords(stuck)} {waiting > 0 && say('stuck', { count: waiting })}</Notice></div>
}
