// Words into HTML, SVG or XML, so that they stay words.

/** For what stands between tags: & < > as entities. */
export const escapedText = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** For text, and for attributes in double quotes: " as well. */
export const escapedMarkup = (words: string): string => escapedText(words).replaceAll('"', '&quot;')

/** Without what XML 1.0 cannot hold: control characters and halves of characters. */
export const allowedInXml = (words: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what must go
  words.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
