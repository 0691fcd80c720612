// The picker as it opens in a story: for the selected words, or to put a coding under another code.
import { useMemo } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { CodePicker } from './code-picker.tsx'
import type { CodeOffer } from './code-search.ts'
import type { CodingFace } from './coding-faces.ts'
import type { Box } from './place-beside.ts'
import type { Selected } from './use-readers.ts'

export type Picking = { is: 'apply', beside: Box } | { is: 'recode', coding: Id, beside: Box }

export interface StoryPickerProps {
  picking: Picking
  offers: readonly CodeOffer[]
  lastFirst: readonly Code[]
  faces: readonly CodingFace[]
  selected: Selected | null
  onPick: (code: Code, stay: boolean) => void
  onNew: (name: string, parent: Id | null) => void
  onClose: () => void
}

export function StoryPicker({ picking, offers, lastFirst, faces, selected, onPick, onNew, onClose }: StoryPickerProps) {
  const say = useSay('coding')
  const counted = useRead('code.counts', {}).data
  const counts = useMemo(() => new Map((counted ?? []).map(count => [count.code, count.fragments])), [counted])
  const last = useMemo(() => lastFirst.map(code => code.id), [lastFirst])
  const standing = useMemo(() => new Set(standingOn(picking, faces, selected)), [picking, faces, selected])
  return (
    <CodePicker
      title={say(picking.is === 'apply' ? 'picker' : 'picker.recode')} beside={picking.beside} offers={offers} lastFirst={last} counts={counts} standing={standing} canStay={picking.is === 'apply'}
      onPick={onPick} onNew={onNew} onClose={onClose}
    />
  )
}

/** The coder's own codes at that very place. */
function standingOn(picking: Picking, faces: readonly CodingFace[], selected: Selected | null): Id[] {
  if (picking.is === 'recode') return faces.filter(face => face.id === picking.coding).map(face => face.codeId)
  if (!selected) return []
  const { text, selection } = selected
  return faces.filter(face => face.mine && face.text === text.id && face.start === selection.start && face.end === selection.end).map(face => face.codeId)
}
