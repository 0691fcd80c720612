// The page that accounts for the project as a file of its own: plain HTML, which a browser prints and a word processor opens.
import { escapedMarkup } from '../../shared/text/markup.ts'
export interface MethodPage {
  title: string
  project: string
  made: string
  parts: readonly { title: string, facts: readonly string[], /** The team's own. */ words: string }[]
  tables: readonly { title: string, headings: readonly string[], rows: readonly (readonly string[])[] }[]
}

export function methodPage({ title, project, made, parts, tables }: MethodPage): string {
  const paragraphs = (words: string): string => words.split(/\n{2,}/).filter(Boolean).map(one => `<p>${escapedMarkup(one).replaceAll('\n', '<br>')}</p>`).join('')
  return `<!doctype html><meta charset="utf-8"><title>${escapedMarkup(title)} – ${escapedMarkup(project)}</title>
<style>body{font:16px/1.5 "Segoe UI",sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#222}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;font-size:.85rem}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}small{color:#555}</style>
<h1>${escapedMarkup(title)}: ${escapedMarkup(project)}</h1><p><small>${escapedMarkup(made)}</small></p>
${parts.map(part => `<h2>${escapedMarkup(part.title)}</h2>${part.facts.map(paragraphs).join('')}${paragraphs(part.words)}`).join('\n')}
${tables.map(table => `<h2>${escapedMarkup(table.title)}</h2><table><tr>${table.headings.map(heading => `<th>${escapedMarkup(heading)}</th>`).join('')}</tr>
${table.rows.map(row => `<tr>${row.map(cell => `<td>${escapedMarkup(cell)}</td>`).join('')}</tr>`).join('\n')}</table>`).join('\n')}
`
}
