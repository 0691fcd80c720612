// What the pictures say aloud and beside themselves.
import type { WordTable } from '../ui/words.ts'

export const chartWords = {
  nl: {
    na: 'n.v.t.',
    of100: 'van 100',
    nothingTicked: 'niets aangekruist',
    notPlaced: 'niet geplaatst',
    mean: 'gemiddelde',
    stories: 'verhalen',
    story: 'verhaal',
    option: 'keuze',
    of: 'van',
    from: 'van',
    upTo: 'tot',
    upToAndWith: 'tot en met',
    right: 'naar rechts',
    up: 'omhoog',
    timesPlaced: 'keer geplaatst',
    noMean: 'geen gemiddelde',
    deserted: 'De gemiddelde plek ligt waar bijna niemand staat.',
    interval: 'waarschijnlijk tussen',
    closer: 'hier liggen meer antwoorden',
    closerTeal: 'meer antwoorden waar het groen is',
    closerHatched: 'meer antwoorden waar het gestreept is'
  },
  en: {
    na: 'n/a',
    of100: 'of 100',
    nothingTicked: 'nothing ticked',
    notPlaced: 'not placed',
    mean: 'mean',
    stories: 'stories',
    story: 'story',
    option: 'choice',
    of: 'of',
    from: 'from',
    upTo: 'up to',
    upToAndWith: 'up to and including',
    right: 'to the right',
    up: 'up',
    timesPlaced: 'times placed',
    noMean: 'no mean',
    deserted: 'The average place lies where hardly anyone stands.',
    interval: 'probably between',
    closer: 'more answers lie here',
    closerTeal: 'more answers where it is green',
    closerHatched: 'more answers where it is striped'
  }
} satisfies WordTable<string>
