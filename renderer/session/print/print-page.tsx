// Choosing what goes on paper and how, with the pages themselves beside it: what is seen is what is printed.
import { useEffect, useMemo, useRef, useState } from 'react'
import { ArrowLeft, Download, Printer } from 'lucide-react'
import type { Pack } from '../../../shared/contract/pack.ts'
import type { Id } from '../../../shared/domain/ids.ts'
import type { PackLook } from '../../../shared/domain/pack.ts'
import { call } from '../../api/call.ts'
import { exportBlob, exportBytes } from '../../api/exporting.ts'
import { failureOf } from '../../api/failed.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { useActions } from '../../app/actions.ts'
import { desktop } from '../../app/desktop.ts'
import { formatRoute } from '../../app/route.ts'
import { failureWords } from '../../i18n/failure-words.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useSay } from '../../i18n/say.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SplitPane } from '../../ui/split-pane.tsx'
import { sayInPassing } from '../../ui/toast.tsx'
import { asFile, dressFrame } from './document.ts'
import { paperOf, type Material } from './material-kinds.ts'
import { PAPERS, type Paper } from './paper.ts'
import { PrintControls } from './print-controls.tsx'
import { useMaterial } from './use-material.ts'
import { wordBlocks } from './word-blocks.ts'

export interface PrintChoice { material: Material, table: number, signifier: Id | null, byGroup: boolean, theme: Id | null }

export function PrintPage({ id }: { id: Id }) {
  const say = useSay('session')
  const read = useRead('pack.read', { pack: id }).data
  if (!read) return <div className="frame-page"><Skeleton label={say('paper')} lines={8} /></div>
  return <Sheets pack={read.pack} cards={read.cards} />
}

function Sheets({ pack, cards }: { pack: Pack, cards: Parameters<typeof useMaterial>[0]['cards'] }) {
  const say = useSay('session')
  const print = useSay('print')
  const language = useLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  const change = useWrite('pack.change')
  const [choice, setChoice] = useState<PrintChoice>({ material: 'cards', table: 0, signifier: null, byGroup: false, theme: pack.source?.theme ?? null })
  const [sum, setSum] = useState<{ pages: number, long: number[], took: number } | null>(null)
  const printable = useMemo(() => cards.filter(({ fit }) => fit !== 'look'), [cards])
  const { draw, wants, able, chosen } = useMaterial({ pack, cards: printable, choice })
  const look = { type: pack.look.type, paper: paperOf(choice.material, pack.look) }
  const title = `${pack.name} – ${print(`material.${choice.material}`)}`
  useEffect(() => {
    let isOld = false
    if (!draw || !frame.current) return
    const began = performance.now()
    void dressFrame(frame.current, look, language, title).then(doc => {
      if (isOld) return
      doc.body.style.removeProperty('--seen') // measured at its own size
      const long = draw(doc)
      fitWidth(frame.current!, look.paper)
      setSum({ pages: doc.querySelectorAll('.sheet').length, long, took: performance.now() - began })
      frame.current?.setAttribute('data-drawn', String(Math.round(performance.now() - began)))
    })
    return () => { isOld = true }
  }, [draw, look.type, look.paper, language, title]) // oxlint-disable-line react/exhaustive-deps -- look is made anew each time
  useEffect(() => {
    const watch = new ResizeObserver(() => { if (frame.current) fitWidth(frame.current, look.paper) })
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [look.paper])
  const file = title.replace(/[^\p{L}\p{N}-]+/gu, '-')
  const told = (work: Promise<void>) => { work.catch((failed: unknown) => sayInPassing({ says: failureWords(failureOf(failed)) })) }
  const save = async () => exportBlob('paper', `${file}.html`, new Blob([await asFile(frame.current!.contentDocument!, look)], { type: 'text/html' }))
  const savePdf = async () => {
    try {
      const path = await desktop!.savePdf({ html: await asFile(frame.current!.contentDocument!, look), suggestedName: `${title.replace(/[^\p{L}\p{N}-]+/gu, '-')}.pdf` })
      if (path !== null) sayInPassing({ says: say('save.pdf.done', { path }) })
    } catch {
      sayInPassing({ says: say('save.pdf.failed') })
    }
  }
  const saveWords = async () => {
    const { bytes } = await call('paper.write', { title, language, points: pack.look.type === 'large' ? 18 : 14, foot: print('foot', { pack: pack.number, day: '' }).replace(/ · $/, ''), blocks: await wordBlocks(frame.current!.contentDocument!) })
    await exportBytes('paper', bytes, 'docx', file)
  }
  const toPrinter = () => frame.current?.contentWindow?.print()
  useActions([{ id: 'pack.print', part: say('part'), name: say('print'), keys: ['Mod+P'], inFields: true, run: toPrinter }])
  const setLook = (part: Partial<PackLook>) => void change.write({ pack: pack.id, look: { ...pack.look, ...part } })
  return (
    <SplitPane remember="papier" left={{ name: say('paper.how'), width: 340, min: 280, content: <PrintControls pack={pack} cards={printable} choice={choice} able={able} chosen={chosen} onChoice={part => setChoice({ ...choice, ...part })} onLook={setLook} /> }}>
      <div className="session session-paper">
        <a className="session-back" href={formatRoute({ place: 'sessie', rest: ['pakket', pack.id] })}><ArrowLeft aria-hidden />{pack.name}</a>
        <header className="session-head">
          <h1>{print(`material.${choice.material}`)}</h1>
          <div className="session-acts">
            <Menu
              label={say('save')} placement="bottom end" trigger={<Button icon={<Download aria-hidden />} isDisabled={!sum}>{say('save')}</Button>}
              parts={[{ acts: [...(desktop ? [{ id: 'pdf', name: say('save.pdf'), more: say('save.pdf.more'), onAct: () => void savePdf() }] : []), { id: 'html', name: say('save.html'), more: say('save.html.more'), onAct: () => told(save()) }, { id: 'docx', name: say('save.docx'), more: say('save.docx.more'), onAct: () => told(saveWords()) }] }]}
            />
            <Button look="primary" icon={<Printer aria-hidden />} isDisabled={!sum} onPress={toPrinter}>{say('print')}</Button>
          </div>
        </header>
        <p className="ui-hint" role="status">{sum ? say('paper.pages', { count: sum.pages }) : say('paper.drawing')} {say(desktop ? 'print.hint.desktop' : 'print.hint')}</p>
        {printable.length < cards.length && <Notice kind="warning">{say('paper.look', { count: cards.length - printable.length })}</Notice>}
        {sum && sum.long.length > 0 && <Notice>{say('paper.long', { count: sum.long.length, numbers: sum.long.join(', ') })}</Notice>}
        {wants.map(want => <Notice key={want} kind="warning">{want}</Notice>)}
        <iframe ref={frame} className="session-frame" title={title} sandbox="allow-same-origin allow-modals" />
      </div>
    </SplitPane>
  )
}

const PIXELS_PER_MM = 96 / 25.4

/** The sheets as wide as the frame lets them be seen, never larger than life; paper knows nothing of it. */
function fitWidth(frame: HTMLIFrameElement, paper: Paper): void {
  const share = (frame.clientWidth - 40) / (PAPERS[paper].width * PIXELS_PER_MM)
  frame.contentDocument?.body?.style.setProperty('--seen', String(Math.min(1, Math.max(0.2, share)).toFixed(3)))
}
