// How material looks on paper: black on white and grey that a copier keeps, sans serif, left aligned, nothing in italics or capitals.
// "helder" is 14 point and "groot" 18; all else is measured from that, so that a larger type flows on instead of being blown up.
import { SANS, SERIF } from './fonts.ts'
import { PAPERS, type Paper } from './paper.ts'

export interface Look { type: 'clear' | 'large', paper: Paper }

const POINTS = { clear: 14, large: 18 } as const

/** The style sheet of a document of one kind of paper. */
export function paperStyle({ type, paper }: Look): string {
  const { width, height } = PAPERS[paper]
  const edge = (of: Paper) => `${of === 'a6' ? 7 : of === 'a5' ? 10 : 18}mm`
  return `
@page { size: ${width}mm ${height}mm; margin: 0 }
* { box-sizing: border-box }
html { font-size: ${POINTS[type] * (paper === 'a3' ? 1.5 : 1)}pt; background: #fff; color: #111; print-color-adjust: exact; -webkit-print-color-adjust: exact }
body { margin: 0; font: 400 1rem/1.45 '${SANS}', 'Noto Sans', Arial, sans-serif; text-align: left; hyphens: manual; overflow-wrap: break-word }
h1, h2, h3, p, ul, ol, figure, blockquote { margin: 0; padding: 0 }
h1 { font-size: 1.7rem; line-height: 1.2; font-weight: 600 }
h2 { font-size: 1.25rem; line-height: 1.25; font-weight: 600 }
h3 { font-size: 1rem; font-weight: 600 }
.sheet { position: relative; width: ${width}mm; height: ${height}mm; overflow: hidden; break-after: page; break-inside: avoid; background: #fff }
.sheet:last-child { break-after: auto }
.page { display: flex; flex-direction: column; height: 100%; padding: ${edge('a4')} ${edge('a4')} 12mm 25mm }
.page > .body { flex: 1; min-height: 0; overflow: hidden }
.page > .foot, .card > .foot { display: flex; justify-content: space-between; gap: 4mm; font-size: max(12pt, .8rem); line-height: 1.3; color: #333; border-top: .3mm solid #777; padding-top: 1.5mm; margin-top: 3mm }
.body > * + * { margin-top: .6em }
.body > h2 { margin-top: 1.3em } .body > :first-child { margin-top: 0 }
.told { white-space: pre-wrap; overflow-wrap: anywhere }
.hint { color: #333; font-size: max(12pt, .86rem) }
.cell { position: absolute; overflow: hidden }
.card { display: flex; flex-direction: column; width: 100%; height: 100% }
.card.a4 { padding: ${edge('a4')} } .card.a5 { padding: ${edge('a5')} } .card.a6 { padding: ${edge('a6')} }
.card > .head { display: flex; align-items: baseline; flex-wrap: wrap; gap: 0 4mm; margin-bottom: .5em }
.card > .head .number { font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums }
.card > .head .title { font-weight: 600 } .card > .head .group { color: #333 }
.card > .head .trigger { flex-basis: 100%; border-left: 1.2mm solid #111; padding-left: 2mm; font-weight: 600 }
.card.close > .body { line-height: 1.3 } .card.close > .body > * + * { margin-top: .35em }
.card > .body { flex: 1; min-height: 0; overflow: hidden }
.mark { position: absolute; background: #666 }
.answer { display: grid; gap: .3em } .tight h3, .tight .answer p { font-size: 12pt; line-height: 1.25 } .tight .answer { margin-top: 2mm !important } .back.tight .figure { max-height: 58mm } .back .figure { width: 100%; max-width: 100mm; height: auto }
.quote { font: 400 1.35rem/1.35 '${SERIF}', Georgia, serif; white-space: pre-wrap; overflow-wrap: anywhere; border-left: 1.2mm solid #111; padding-left: 5mm }
.quote.contrary { border-left-style: dashed; border-left-color: #555 }
.said .quote { font-size: 1.15rem } .said > * + * { margin-top: .3em }
.source { color: #333; font-size: max(12pt, .86rem); padding-left: 6.2mm; margin-top: .2em !important }
.figure { display: block; width: 100% }
.wall .figure { height: calc(${type === 'large' ? 158 : 196}mm * var(--room)) } .sheetwide .figure { height: calc(${type === 'large' ? 116 : 126}mm * var(--room)) } .pair .figure { height: calc(${type === 'large' ? 88 : 96}mm * var(--room)) } .small .figure { height: 66mm } .small .figure.list, .linked .figure.list { height: auto; max-height: none }
.linked { position: relative; display: grid; gap: 8mm; padding-left: 5mm } .linked .voices { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm 9mm; align-items: start } .linked .quote { font-size: 1rem; line-height: 1.3; padding-left: 4mm } .linked .source { margin-top: 1mm !important; padding-left: 5.2mm }
.ties { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible }
.space { border: .35mm solid #555; border-radius: 2mm; padding: 3mm 4mm; min-height: ${type === 'large' ? 32 : 38}mm }
.space > .name { font-weight: 600 }
.lines { border-bottom: .3mm solid #555; height: 10mm }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm 8mm } .columns > *, .linked > *, .voices > * { min-width: 0 } .columns.wide { grid-template-columns: 1.9fr 1fr }
.stack .space { min-height: calc(${type === 'large' ? 52 : 63}mm * var(--room)) } .voices .quote { font-size: 1.12rem }
.quote.bubble { position: relative; border: .5mm solid #111; border-radius: 4mm; padding: 3mm 4mm; margin-bottom: 4mm; align-self: start } .quote.bubble.contrary { border-style: dashed }
.bubble::after { content: ''; position: absolute; left: 9mm; bottom: -3.6mm; width: 5mm; height: 5mm; background: #fff; border: solid #111; border-width: 0 .5mm .5mm 0; transform: skewX(-32deg) rotate(38deg) } .bubble.contrary::after { left: auto; right: 9mm; border-style: dashed; transform: skewX(32deg) rotate(52deg) }
.point { padding-left: .62em; text-indent: -.62em } .point[data-goes-on] { text-indent: 0 } .point + .point { margin-top: .25em !important }
.stack { display: grid; gap: 6mm; align-content: start }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums } th, td { text-align: left; vertical-align: top; border: .3mm solid #777; padding: 1.5mm 2.5mm } th { font-weight: 600; background: #eee }
ul, ol { padding-left: 1.2em } li + li { margin-top: .25em }
@media screen { body.seen { zoom: var(--seen, 1); background: #d9d5cd; padding: 6mm 0 } body.seen .sheet { margin: 0 auto 6mm; box-shadow: 0 .5mm 3mm rgb(0 0 0 / .25) } }
`
}
