// Journal and decision trail as one page for others: plain HTML with its own look, nothing fetched, everything that was written escaped.
import { escapedMarkup } from '../../shared/text/markup.ts'
import { readMemo, type Line, type Piece } from '../../shared/text/memo-text.ts'

export interface AnnexEntry { when: string, who: string, title: string, /** In the stored form of memos. */ body: string, /** What it is about, in words; '' for the journal. */ about: string, answers: readonly AnnexEntry[] }
export interface AnnexTheme { name: string, phase: string, parts: readonly { name: string, words: string }[], lies: string }
export interface Annex {
  language: string
  title: string
  /** Under the title: what it is, when it was made, what was left out. */
  lead: readonly string[]
  parts: readonly (
    | { is: 'people', heading: string, people: readonly { name: string, words: readonly string[] }[] }
    | { is: 'themes', heading: string, themes: readonly AnnexTheme[] }
    | { is: 'entries', heading: string, entries: readonly AnnexEntry[], nothing: string }
    | { is: 'trail', heading: string, lead: string, head: readonly [string, string, string], rows: readonly (readonly [string, string, string])[] }
  )[]
}

const LOOK = `body{max-width:46rem;margin:2.5rem auto;padding:0 1.25rem;color:#26221d;background:#fff;font:17px/1.55 Georgia,'Source Serif 4',serif}
h1,h2,h3,table,.by{font-family:'Source Sans 3','Segoe UI',sans-serif}h1{margin:0 0 .5rem;font-size:1.8rem}h2{margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid #ccc6bd;font-size:1.25rem}h3{margin:1.5rem 0 .25rem;font-size:1.05rem}
p{margin:.4rem 0;overflow-wrap:anywhere}ul{margin:.4rem 0;padding-left:1.4rem}.by{color:#55504a;font-size:.85rem}.answers{margin-left:1.5rem;padding-left:.75rem;border-left:2px solid #ddd8d0}article{break-inside:avoid}
dt{font:600 .85rem 'Source Sans 3','Segoe UI',sans-serif}dd{margin:0 0 .6rem}table{width:100%;border-collapse:collapse;font-size:.9rem}th,td{padding:.25rem .5rem .25rem 0;border-bottom:1px solid #e4dfd8;text-align:left;vertical-align:top}td:first-child{white-space:nowrap}@media print{body{margin:0;max-width:none;font-size:12pt}}`

export const escaped = (words: string): string => escapedMarkup(words).replaceAll("'", '&#39;')

/** The whole page. */
export function annexHtml({ language, title, lead, parts }: Annex): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${LOOK}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${lead.map(line => `<p class="by">${escaped(line)}</p>`).join('\n')}
${parts.map(part).join('\n')}
</body>
</html>
`
}

function part(one: Annex['parts'][number]): string {
  return `<section><h2>${escaped(one.heading)}</h2>\n${inside(one)}\n</section>`
}

function inside(one: Annex['parts'][number]): string {
  switch (one.is) {
    case 'people': return one.people.map(({ name, words }) => `<article><h3>${escaped(name)}</h3>${words.map(line => plain(line)).join('')}</article>`).join('\n')
    case 'themes': return one.themes.map(theme).join('\n')
    case 'entries': return one.entries.length === 0 ? `<p>${escaped(one.nothing)}</p>` : one.entries.map(entry).join('\n')
    case 'trail': return `<p>${escaped(one.lead)}</p><table><thead><tr>${one.head.map(cell => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>\n${one.rows.map(row => `<tr>${row.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}\n</tbody></table>`
  }
}

const plain = (words: string): string => words.split('\n').filter(line => line.trim() !== '').map(line => `<p>${escaped(line)}</p>`).join('')

function theme({ name, phase, parts, lies }: AnnexTheme): string {
  const told = parts.filter(({ words }) => words.trim() !== '').map(one => `<dt>${escaped(one.name)}</dt><dd>${plain(one.words)}</dd>`).join('')
  return `<article><h3>${escaped(name)}</h3><p class="by">${escaped(phase)}</p><dl>${told}</dl><p class="by">${escaped(lies)}</p></article>`
}

function entry({ when, who, title, body, about, answers }: AnnexEntry): string {
  const under = answers.length > 0 ? `<div class="answers">${answers.map(entry).join('')}</div>` : ''
  return `<article>${title ? `<h3>${escaped(title)}</h3>` : ''}<p class="by">${escaped([when, who, about].filter(Boolean).join(' · '))}</p>${memoHtml(body)}${under}</article>`
}

/** A memo's lines; links outside the program lead nowhere, so they stand there as their names. */
export function memoHtml(body: string): string {
  const lines = readMemo(body)
  return lines.map((line, at) => {
    if (line.is === 'paragraph') return line.pieces.length === 0 ? '' : `<p>${pieces(line)}</p>`
    return `${lines[at - 1]?.is === 'item' ? '' : '<ul>'}<li>${pieces(line)}</li>${lines[at + 1]?.is === 'item' ? '' : '</ul>'}`
  }).join('')
}

const pieces = ({ pieces: all }: Line): string => all.map(piece).join('')

function piece(one: Piece): string {
  if (one.is === 'mention') return `<em>${escaped(one.name)}</em>`
  const words = escaped(one.words)
  const slanted = one.italic ? `<em>${words}</em>` : words
  return one.bold ? `<strong>${slanted}</strong>` : slanted
}
