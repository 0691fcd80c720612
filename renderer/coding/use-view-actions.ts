// Reading in rest, looking at some codings only, and the story on paper: by keys.
import { useEffect, useState } from 'react'
import { useActions } from '../app/actions.ts'
import { useSay } from '../i18n/say.ts'
import type { CodingFace } from './coding-faces.ts'
import type { ReadingView } from './reading-view.ts'

/** Frames that the page needs to find its place at the width of the paper. */
const SETTLING = 400

export function useViewActions(view: ReadingView, change: (view: ReadingView) => void, face: CodingFace | undefined, openView: () => void, hasShared: boolean): void {
  const say = useSay('coding')
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const root = document.documentElement
    root.toggleAttribute('data-reading-in-rest', view.focus)
    return () => root.removeAttribute('data-reading-in-rest')
  }, [view.focus])
  useEffect(() => {
    if (!isPrinting) return
    const root = document.documentElement
    // At the width of the paper already on the screen: the names in the margin are measured where they will stand.
    root.setAttribute('data-printing', '')
    const timer = setTimeout(() => { window.print(); setPrinting(false) }, SETTLING)
    return () => { clearTimeout(timer); root.removeAttribute('data-printing') }
  }, [isPrinting])
  const part = say('view')
  useActions([
    { id: 'view.open', part, name: say('view.act'), keys: ['y'], run: openView },
    { id: 'view.focus', part, name: say(view.focus ? 'view.unfocus' : 'view.focus'), keys: ['f'], run: () => change({ ...view, focus: !view.focus }) },
    { id: 'view.onlyThis', part, name: say(view.shown === 'codes' ? 'view.all' : 'view.onlyThis'), keys: ['k'], when: () => face !== undefined || view.shown === 'codes', run: () => change(view.shown === 'codes' || !face ? { ...view, shown: 'all' } : { ...view, shown: 'codes', codes: [face.codeId] }) },
    { id: 'view.shared', part, name: say(view.shown === 'consensus' ? 'view.all' : 'view.shared'), keys: ['i'], when: () => hasShared, run: () => change({ ...view, shown: view.shown === 'consensus' ? 'all' : 'consensus' }) },
    { id: 'story.print', part, name: say('view.print'), keys: ['Mod+P'], run: () => setPrinting(true) }
  ])
}
