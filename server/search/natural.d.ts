// The few parts of natural we use, by their own paths: its root reads settings and loads databases.
declare module 'natural/lib/natural/stemmers/porter_stemmer_nl.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}
declare module 'natural/lib/natural/tfidf/tfidf.js' {
  class TfIdf {
    addDocument(words: string[]): void
    /** How much that word says of that document, beside the others. */
    tfidf(word: string, document: number): number
    listTerms(document: number): { term: string, tf: number, idf: number, tfidf: number }[]
  }
  export default TfIdf
}
