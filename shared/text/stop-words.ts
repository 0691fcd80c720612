// Dutch words that are in every story and say little by themselves: left out of lists of words unless one asks for them. Folded, as
// wordsOf gives them. A project adds words of its own and takes words off.
import { foldWord } from './words.ts'

/** Articles, pronouns, prepositions, conjunctions, auxiliary verbs, common adverbs and fillers of spoken Dutch. */
export const DUTCH_STOP_WORDS: readonly string[] = `
aan aangezien af al alle alleen allemaal als alsof altijd ander andere anders
ben bent bij bijna bijvoorbeeld binnen boven buiten
daar daarbij daardoor daarna daarom daaronder daarop daarvan daarvoor dan dat de deze die dit doe doen doet door dus
echt echter een eens eerst eigen eigenlijk elk elke elkaar en enkel enkele er ergens erg
gaan gaat ga gedaan geen gehad geweest geworden ging gingen gewoon
had hadden haar hebben heb hebt heeft heel hele helemaal hem hen het hier hierdoor hij hoe hoewel hun
ie iedereen ieder iedere iemand iets ik in is
ja je jij jou jouw jullie
kan kon konden kun kunnen kunt kwam kwamen komen komt
laat later liet
m maar maak maken me mee meer meest men mensen met mij mijn mn moest moesten moet moeten mocht mag mogen
n na naar nadat natuurlijk nee net niemand niet niets niks nog nou nu
of om omdat onder ons onze ook op over
per
rond
s soms
t tegen te ten ter terug terwijl tijdens toch toen tot tussen
u uit
van vanaf vanuit veel vaak vond voor vooral voordat
waar waarbij waarin waarom waarop waren want was wat we weer wel welke werd werden wie wij wil wilde wilden wordt worden word wou
zal zaten ze zei zeg zegt zeggen zeiden zelf zich zien zij zijn zit zitten zn zo zoals zou zouden zodat zonder zoveel
`.trim().split(/\s+/)

export type StopWords = { added: string[]; dropped: string[] }

/** Is this folded word one that says little, in a project with these choices? */
export function stopTest({ added, dropped }: StopWords): (form: string) => boolean {
  const stops = new Set([...DUTCH_STOP_WORDS, ...added.map(foldWord)])
  for (const word of dropped) stops.delete(foldWord(word))
  return (form) => stops.has(form)
}
