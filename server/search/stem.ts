// The stem of a Dutch word, by natural's stemmer, with what it leaves standing: "gezinnen" and "gezin", "lieve" and "lief" are one.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_nl.js'

/** Of a folded word (shared/text/words.ts); numbers and very short words stay as they are. */
export function stem(form: string): string {
  if (form.length < 3 || /\d/.test(form)) return form
  return stemmer.stem(form).replace(/([bcdfgklmnprst])\1$/, '$1').replace(/v$/, 'f').replace(/z$/, 's')
}
