// The shape of the sample study Demostad as plain JSON: what `buildSample` returns and the core's loader reads.
import type { AnswerValue, SignifierShape } from '../shared/domain/signifier.ts'

/** Group names; they are also the names of the two folders under demo/stories. */
export type SampleGroup = 'gezinnen' | 'medewerkers'

/** A code; `parent` is the key of another code or null. Hue is a place (0–11) in the palette of codes. */
export type SampleCode = {
  key: string
  parent: string | null
  name: string
  hue: number
  definition: string
  /** When to use, when not, and an invented example; empty for a code that only groups others. */
  include: string
  exclude: string
  example: string
}

/** A person who codes; the letter is the one used in the marks of the story files. */
export type SampleCoder = {
  key: string
  name: string
  initials: string
  role: 'lead' | 'researcher' | 'coder'
  background: string
  statement: string
}

/** A question with its own wording for every group that was asked it; a group without wording was not asked. */
export type SampleSignifier = { shape: SignifierShape; wordings: Partial<Record<SampleGroup, string>> }

export type SampleStory = {
  /** The source's own id, e.g. G-014 or M-003. */
  id: string
  group: SampleGroup
  /** ISO day. */
  collectedOn: string
  language: 'nl' | 'en'
  /** How the story came in. */
  channel: 'app' | 'web' | 'gesprek'
  /** Line ends LF; the marks of the source file are gone. */
  text: string
  /** By signifier key; a blank answer is absent. */
  answers: Record<string, AnswerValue>
}

/** Offsets are UTF-16 units of the story's text, end exclusive; quote === text.slice(start, end). */
export type SampleCoding = { key: string; story: string; start: number; end: number; quote: string; code: string; coder: string }

/** Whose words a coding of the consensus layer are is not asked: it is what the team agreed on. */
export type SampleAgreedCoding = Omit<SampleCoding, 'coder'>

export type SampleMemo = {
  /** journal: an entry in the project's reflexive diary. */
  on: { kind: 'journal' } | { kind: 'story'; story: string } | { kind: 'code'; code: string } | { kind: 'coding'; coding: string }
  coder: string
  /** ISO moment. */
  at: string
  text: string
}

/** A theme with the codes that lie on it, by key, and single fragments by the key of their coding. */
export type SampleTheme = {
  name: string; concept: string; inside: string; outside: string; tensions: string; counter: string; phase: 'themes' | 'review'
  coder: string
  codes: string[]
  fragments: { coding: string; side: 'supports' | 'contradicts'; telling: boolean; note: string }[]
}

/** A coder opened a story; done when the coder says so. */
export type SampleReading = { story: string; coder: string; done: boolean }

export type SampleProject = {
  project: { title: string; question: string; description: string; language: 'nl'; groups: { key: SampleGroup; name: string }[] }
  coders: SampleCoder[]
  signifiers: SampleSignifier[]
  stories: SampleStory[]
  codes: SampleCode[]
  /** What each coder did. */
  codings: SampleCoding[]
  /** What the team agreed on: the layer whose counts the study reports. */
  agreed: SampleAgreedCoding[]
  memos: SampleMemo[]
  themes: SampleTheme[]
  readings: SampleReading[]
}
