// What one was writing, kept on this machine until it is saved: a closed window loses no thought.

const KEY = 'duiding.draft.'

export interface Draft { title: string, body: string, private: boolean }

export function readDraft(place: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY + place) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null // storage refused by the browser, or written by an older version
  }
}

/** An empty one is forgotten. */
export function keepDraft(place: string, draft: Draft): void {
  try {
    if (draft.title.trim() === '' && draft.body.trim() === '') localStorage.removeItem(KEY + place)
    else localStorage.setItem(KEY + place, JSON.stringify(draft))
  } catch {
    // A private window may refuse; the draft then lasts as long as the form.
  }
}

export function dropDraft(place: string): void {
  keepDraft(place, { title: '', body: '', private: false })
}

function isDraft(kept: unknown): kept is Draft {
  const draft = kept as Draft | null
  return typeof draft === 'object' && draft !== null && typeof draft.title === 'string' && typeof draft.body === 'string' && typeof draft.private === 'boolean'
}
