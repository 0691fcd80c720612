// The chosen coding, at the foot of the text: what it says, whose it is, and what its coder can do with it.
import { Layers, MessageSquareText, Tag, Trash2, X } from 'lucide-react'
import type { Coding } from '../../shared/contract/coding.ts'
import { printedKeys } from '../app/keys.ts'
import { useSay } from '../i18n/say.ts'
import { ToTheme } from '../memos/to-theme.tsx'
import { Button } from '../ui/button.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import type { CodingFace } from './coding-faces.ts'

export interface CodingCardProps {
  face: CodingFace
  /** Else it can only be read. */
  mayCode: boolean
  path: readonly string[]
  onRecode: () => void
  onFlag: (flag: Coding['flag']) => void
  onMemo: () => void
  onRemove: () => void
  onClose: () => void
}

export function CodingCard({ face, mayCode, path, onRecode, onFlag, onMemo, onRemove, onClose }: CodingCardProps) {
  const say = useSay('coding')
  const isOwn = face.mine && mayCode
  return (
    <section className="coding-card" aria-label={say('card', { code: face.codeName, coder: face.coderName })} data-code={face.colour}>
      <div className="coding-card-head">
        <CodeSwatch colour={face.colour} />
        <strong>{path.length > 0 && <span className="coding-picker-path">{path.join(' › ')} › </span>}{face.codeName}</strong>
        <CoderRing small initials={face.coderInitials} mine={face.mine} />
        <span className="coding-card-coder">{face.mine ? say('card.mine') : face.coderName}</span>
        <IconButton small className="coding-card-close" name={say('card.close')} shortcut="Esc" icon={<X aria-hidden />} onPress={onClose} />
      </div>
      <p className="coding-card-quote">{face.quote}</p>
      <div className="coding-card-acts">
        {isOwn && <Button small icon={<Tag aria-hidden />} onPress={onRecode} className="coding-card-recode">{say('card.recode')}</Button>}
        {mayCode && <Button small icon={<MessageSquareText aria-hidden />} onPress={onMemo}>{face.memos > 0 ? say('memos.count', { count: face.memos }) : say('card.memo')}</Button>}
        {mayCode && <ToTheme target={{ coding: face.id }} trigger={<Button small icon={<Layers aria-hidden />}>{say('card.theme')}</Button>} />}
        {isOwn && (
          <span className="coding-card-flag">
            <span className="ui-hint" aria-hidden>{say('flag.asks')}</span>
            <RadioGroup label={say('flag')} labelHidden asBar value={face.flag} onChange={onFlag} choices={[{ id: '', name: say('flag.none') }, { id: 'literal', name: say('flag.literal') }, { id: 'underlying', name: say('flag.underlying') }]} />
          </span>
        )}
        {isOwn && <IconButton small name={say('card.remove')} shortcut={printedKeys('Delete')} icon={<Trash2 aria-hidden />} onPress={onRemove} />}
        {mayCode && !face.mine && <span className="ui-hint">{say('card.theirs', { name: face.coderName })}</span>}
      </div>
    </section>
  )
}
