// Answer scales that Dutch and English questionnaires use, so that an import knows their order and which end is high.
import { sameWords } from './cell-values.ts'

/**
 * From low to high. The first word of each step is how a missing step is named; the others are said for the same step.
 * Steps that end in '?' in their first word are only there when the file has them.
 */
const SCALES: string[][][] = [
  [['zeer ontevreden', 'heel ontevreden', 'erg ontevreden', 'helemaal niet tevreden', 'volstrekt ontevreden'], ['ontevreden', 'niet tevreden', 'niet zo tevreden'],
    ['?een beetje ontevreden', 'enigszins ontevreden'], ['neutraal', 'niet tevreden, niet ontevreden', 'niet tevreden en niet ontevreden', 'noch tevreden noch ontevreden', 'niet ontevreden/niet tevreden', 'tussenin'],
    ['?een beetje tevreden', 'enigszins tevreden'], ['tevreden'], ['zeer tevreden', 'heel tevreden', 'erg tevreden', 'helemaal tevreden']],
  [['helemaal mee oneens', 'volledig mee oneens', 'zeer mee oneens', 'geheel mee oneens', 'helemaal niet mee eens', 'sterk mee oneens', 'zeer oneens', 'helemaal oneens'], ['mee oneens', 'oneens', 'niet mee eens'],
    ['?een beetje mee oneens', 'enigszins mee oneens', 'enigszins oneens'], ['neutraal', 'niet mee eens, niet mee oneens', 'niet mee eens/niet mee oneens', 'noch mee eens noch mee oneens', 'niet eens, niet oneens', 'noch eens, noch oneens', 'neutraal/weet niet'],
    ['?een beetje mee eens', 'enigszins mee eens', 'enigszins eens'], ['mee eens', 'eens'], ['helemaal mee eens', 'volledig mee eens', 'zeer mee eens', 'geheel mee eens', 'sterk mee eens', 'zeer eens', 'helemaal eens']],
  [['nooit'], ['zelden', 'bijna nooit', 'haast nooit'], ['soms', 'af en toe'], ['?regelmatig'], ['vaak', 'meestal'], ['?bijna altijd', 'heel vaak', 'zeer vaak'], ['altijd']],
  [['helemaal niet', 'totaal niet'], ['nauwelijks', 'weinig', 'een klein beetje', 'niet of nauwelijks'], ['een beetje', 'enigszins', 'deels', 'gedeeltelijk'], ['?redelijk', 'tamelijk', 'voldoende'], ['veel', 'grotendeels', 'sterk', 'in grote mate', 'behoorlijk'], ['heel veel', 'zeer veel', 'helemaal', 'volledig', 'zeer sterk', 'in zeer grote mate', 'heel erg']],
  [['zeer slecht', 'heel slecht'], ['slecht', 'onvoldoende'], ['matig', 'gaat wel', 'niet goed, niet slecht', 'neutraal'], ['?voldoende', 'redelijk'], ['goed'], ['zeer goed', 'heel goed', 'erg goed'], ['?uitstekend']],
  [['veel slechter', 'sterk verslechterd', 'erg verslechterd'], ['slechter', 'verslechterd', 'een beetje slechter', 'iets slechter'], ['hetzelfde', 'gelijk gebleven', 'gelijk', 'niet veranderd', 'onveranderd', 'geen verandering', 'niet beter, niet slechter'], ['beter', 'verbeterd', 'een beetje beter', 'iets beter'], ['veel beter', 'sterk verbeterd', 'erg verbeterd']],
  [['zeer negatief', 'heel negatief', 'heel negatieve invloed', 'zeer negatieve invloed'], ['negatief', 'negatieve invloed'], ['?een beetje negatief'], ['neutraal', 'geen invloed', 'geen', 'niet positief, niet negatief', 'gemengd'], ['?een beetje positief'], ['positief', 'positieve invloed'], ['zeer positief', 'heel positief', 'heel positieve invloed', 'zeer positieve invloed']],
  [['helemaal niet belangrijk', 'zeer onbelangrijk', 'totaal onbelangrijk'], ['onbelangrijk', 'niet belangrijk', 'niet zo belangrijk'], ['neutraal', 'een beetje belangrijk'], ['belangrijk'], ['zeer belangrijk', 'heel belangrijk', 'erg belangrijk']],
  [['zeer onduidelijk', 'volstrekt onduidelijk', 'heel onduidelijk'], ['onduidelijk'], ['neutraal', 'niet duidelijk, niet onduidelijk'], ['duidelijk'], ['zeer duidelijk', 'heel duidelijk'], ['?volstrekt duidelijk']],
  [['very dissatisfied', 'very unsatisfied', 'extremely dissatisfied'], ['dissatisfied', 'unsatisfied'], ['?somewhat dissatisfied', 'slightly dissatisfied'], ['neutral', 'neither satisfied nor dissatisfied'], ['?somewhat satisfied', 'slightly satisfied'], ['satisfied'], ['very satisfied', 'extremely satisfied']],
  [['strongly disagree', 'totally disagree', 'completely disagree'], ['disagree'], ['?somewhat disagree', 'slightly disagree'], ['neutral', 'neither agree nor disagree', 'undecided'], ['?somewhat agree', 'slightly agree'], ['agree'], ['strongly agree', 'totally agree', 'completely agree']],
  [['never'], ['rarely', 'seldom', 'almost never'], ['sometimes', 'occasionally'], ['?regularly'], ['often', 'frequently', 'usually', 'most of the time'], ['?almost always', 'very often'], ['always']],
  [['not at all'], ['a little', 'slightly', 'very little'], ['somewhat', 'moderately', 'to some extent'], ['?quite', 'quite a bit'], ['a lot', 'very', 'very much', 'considerably', 'to a large extent'], ['?extremely', 'completely']],
  [['very poor', 'very bad'], ['poor', 'bad'], ['fair', 'average', 'acceptable', 'ok'], ['good'], ['very good'], ['?excellent']],
  [['much worse'], ['worse', 'somewhat worse', 'a little worse'], ['the same', 'about the same', 'unchanged', 'no change'], ['better', 'somewhat better', 'a little better'], ['much better']],
  [['very negative', 'strongly negative'], ['negative'], ['?somewhat negative'], ['neutral', 'no influence', 'none', 'a mix of positive and negative', 'mixed'], ['?somewhat positive'], ['positive'], ['very positive', 'strongly positive']],
  [['not at all important', 'very unimportant'], ['unimportant', 'not important', 'not so important'], ['neutral', 'moderately important', 'somewhat important'], ['important'], ['very important', 'extremely important']]
]

/** Words that say "does not apply" wherever they stand among the options. */
const NA_WORDS = new Set(['n.v.t.', 'nvt', 'n.v.t', 'niet van toepassing', 'n/a', 'not applicable', 'does not apply', 'niet van toepassing op mij'])

/** A teller who answers so has seen the question and gives no place on its scale: to a scale or a number it does not apply. */
const UNSURE_WORDS = new Set(['weet niet', 'weet ik niet', 'weet het niet', 'ik weet het niet', 'weet ik (nog) niet', 'geen idee', 'geen mening', 'weet niet/geen mening', 'weet niet / geen mening', 'weet niet, geen mening',
  'geen mening/weet niet', 'wil ik niet zeggen', 'wil niet zeggen', 'zeg ik liever niet', 'don\'t know', 'i don\'t know', 'dont know', 'do not know', 'not sure', 'no opinion', 'prefer not to say'])
/** Written where nothing was answered. */
const UNSAID_WORDS = new Set(['-', '--', '–', '—', '.', '#n/a', '#n/b', 'geen antwoord', 'niet beantwoord', 'niet ingevuld', 'onbeantwoord', 'no answer', 'not answered', 'no response'])

export type LikertFound = {
  /** In the order of the scale, low end first; steps the file has not used are named by the scale. */
  options: string[]
  /** Values that mean n.v.t. */
  na: string[]
}

/** The scale these values belong to, or null. At least two steps must be used, and every value must be a step or n.v.t. */
export function findLikert(values: string[]): LikertFound | null {
  const na = values.filter((value) => NA_WORDS.has(sameWords(value)))
  const said = values.filter((value) => !NA_WORDS.has(sameWords(value)))
  if (said.length < 2) return null
  for (const scale of SCALES) {
    const steps = said.map((value) => ({ value, step: stepOf(scale, value) }))
    if (steps.some(({ step }) => step < 0) || new Set(steps.map(({ step }) => step)).size < Math.min(2, said.length)) continue
    const options = scale.flatMap((words, step) => {
      const used = steps.filter((found) => found.step === step).map((found) => found.value)
      return used.length > 0 ? used : words[0]!.startsWith('?') ? [] : [likeTheRest(words[0]!, said)]
    })
    return { options, na }
  }
  return null
}

/** For options whose order is known already: does the scale rise along it? Null when it is no scale. */
export function risesAlong(labels: string[]): boolean | null {
  const said = labels.filter((value) => !NA_WORDS.has(sameWords(value)))
  if (said.length < 3) return null
  for (const scale of SCALES) {
    const steps = said.map((value) => stepOf(scale, value))
    if (steps.some((step) => step < 0)) continue
    if (steps.every((step, i) => i === 0 || step >= steps[i - 1]!)) return true
    if (steps.every((step, i) => i === 0 || step <= steps[i - 1]!)) return false
  }
  return null
}

/** Scale and step of each value, as a name to compare by; null for what is no step of the scale they share. All null when they share none. */
export function stepsOf(values: string[]): (string | null)[] {
  const rated = SCALES.map((scale) => values.map((value) => stepOf(scale, value)))
  const best = rated.map((steps) => steps.filter((step) => step >= 0).length)
  const at = best.indexOf(Math.max(...best))
  return best[at]! < Math.max(2, values.length / 2) ? values.map(() => null) : rated[at]!.map((step) => (step < 0 ? null : `${at}/${step}`))
}

export function isNaWord(value: string): boolean {
  return NA_WORDS.has(sameWords(value))
}

export function isUnsureWord(value: string): boolean {
  return UNSURE_WORDS.has(sameWords(value).replace(/[’`]/g, "'").replace(/[.!]$/, ''))
}

export function isUnsaidWord(value: string): boolean {
  return UNSAID_WORDS.has(sameWords(value))
}

/** "5 zeer tevreden", "(5) zeer tevreden" and "zeer tevreden" are one step. */
function stepOf(scale: string[][], value: string): number {
  const plain = sameWords(value).replace(/^\(?\d+\)?\s*[-=.:–)]?\s*/, '').replace(/[.!]$/, '')
  return scale.findIndex((words) => words.some((word) => word.replace(/^\?/, '') === plain))
}

function likeTheRest(word: string, said: string[]): string {
  return said.every((value) => /^\p{Lu}/u.test(value.trim())) ? word[0]!.toUpperCase() + word.slice(1) : word
}
