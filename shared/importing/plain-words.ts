// Words out of the HTML that questionnaire tools put in titles. Placeholders such as <naam> are words, not HTML, and stay.

const ELEMENTS = 'a|abbr|aside|b|big|blockquote|br|center|code|div|em|figure|font|h[1-6]|hr|i|img|li|mark|ol|p|pre|s|section|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul'
const BREAKS = new RegExp(`<(br|/p|/div|/li|/h[1-6]|/tr|hr)\\b[^<>]*>`, 'gi')
const TAGS = new RegExp(`</?(${ELEMENTS})(\\s[^<>]*|\\s*/)?>`, 'gi')
const ENTITIES: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
  eacute: 'é', egrave: 'è', euml: 'ë', iuml: 'ï', ouml: 'ö', uuml: 'ü', auml: 'ä', agrave: 'à', ccedil: 'ç', euro: '€'
}

/** One line of plain words: line breaks become spaces, formatting goes, entities are read. */
export function plainWords(html: string): string {
  // Twice: tools also store formatting with its angle brackets escaped.
  return strip(unescaped(strip(html))).replace(/\s+/gu, ' ').trim()
}

function strip(html: string): string {
  return html.replace(BREAKS, ' ').replace(TAGS, '')
}

function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    const known = name.toLowerCase()
    if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, known) ? ENTITIES[known]! : whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
