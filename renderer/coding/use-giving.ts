// Giving a code: to the selected words, to words that are dropped on one, or another one to the chosen coding.
import { useState, type DragEvent } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { Story } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { codeNamed } from './code-search.ts'
import type { CodingFace } from './coding-faces.ts'
import { inVivoName } from './in-vivo.ts'
import { codeDropped } from './parcels.ts'
import type { RecentCodes } from './recent-codes.ts'
import type { Picking } from './story-picker.tsx'
import type { StoryCodings } from './use-story-codings.ts'
import { fragmentOf, type Selected, type useReaders } from './use-readers.ts'

export interface Giving {
  picking: Picking | null
  /** Opens the picker, for the selection or else for the chosen coding. */
  pick: () => void
  leavePicker: () => void
  /** From the picker; `stay`: more will follow. */
  picked: (code: Code, stay: boolean) => void
  pickedNew: (name: string, parent: Id | null) => void
  apply: (code: Code) => void
  inVivo: () => void
  onDrop: (event: DragEvent) => void
}

export interface GivingOf { story: Story, face: CodingFace | undefined, recent: RecentCodes, readers: ReturnType<typeof useReaders>, codings: StoryCodings }

export function useGiving({ story, face, recent, readers, codings: { work, offers } }: GivingOf): Giving {
  const { selected, reader } = readers
  const [picking, setPicking] = useState<Picking | null>(null)
  const say = useSay('coding')
  const apply = (code: Code) => {
    if (!selected) return sayInPassing({ says: say('picker.gone') })
    recent.used(code.id)
    void work.apply(fragmentOf(selected), code.id)
  }
  const applyNew = (name: string, parent: Id | null) => {
    if (!selected) return sayInPassing({ says: say('picker.gone') })
    recent.used(work.applyNew(fragmentOf(selected), name, parent))
  }
  const leavePicker = () => { setPicking(null); readers.focus() }
  return {
    picking, apply, leavePicker,
    pick: () => {
      if (selected) {
        const rect = inSight(readers, selected)
        if (rect) setPicking({ is: 'apply', beside: rect })
      } else if (face?.mine) setPicking({ is: 'recode', coding: face.id, beside: document.querySelector('.coding-card-recode')?.getBoundingClientRect() ?? new DOMRect() })
    },
    picked: (code, stay) => {
      if (picking?.is === 'recode') { work.recode(picking.coding, code.id); recent.used(code.id) }
      else apply(code)
      if (!stay || picking?.is === 'recode') leavePicker()
    },
    pickedNew: (name, parent) => {
      if (picking?.is === 'recode') recent.used(work.recodeNew(picking.coding, name, parent))
      else applyNew(name, parent)
      leavePicker()
    },
    inVivo: () => {
      if (!selected) return
      const name = inVivoName(selected.selection.quote)
      const same = codeNamed(offers, name, null)
      if (same) apply(same)
      else applyNew(name, null)
    },
    onDrop: event => {
      const dropped = codeDropped(event, story.texts, reader, selected)
      if (!dropped) return
      event.preventDefault()
      recent.used(dropped.code)
      void work.apply(dropped.fragment, dropped.code)
    }
  }
}

/** Where the selected words stand in the window; words one scrolled away from come back, for the picker stands beside them. */
function inSight(readers: ReturnType<typeof useReaders>, { text, selection }: Selected): DOMRect | undefined {
  const rect = readers.measure()?.rect
  const page = document.querySelector('.story-page')?.getBoundingClientRect()
  if (!rect || !page || (rect.bottom > page.top && rect.top < page.bottom)) return rect
  readers.reach(text.id, selection, false)
  return readers.measure()?.rect
}
