/** What follows a text that broke off, on its way to being shown. */
export type Seam = {
  /** Takes the next piece of the continuation and returns what of it may be shown now; '' while it is held back. */
  take(piece: string): string
  /** The continuation is over, or goes on with something else than text: what was held back and is new. */
  end(): string
  /** True once nothing is held back any more: every further piece is shown as it comes. */
  readonly isMended: boolean
}

/** What a model that continues in a message of its own is asked to begin with: a turn rarely begins with a space. */
export const seamMark = '<go-on>'

/**
 * Joins a continuation to the text already shown, so that nothing doubles and nothing is lost. The model was told of
 * `shown` without its trailing blanks.
 *
 * - A leading `seamMark` goes.
 * - Leading blanks go as far as they are shown already.
 * - A beginning that repeats the end of what is shown goes, the longest first, if it can only be a repetition (see
 *   `isRestart`). A continuation that begins with a blank goes on exactly and is never cut: so "ha", then " ha ha", and
 *   a row that follows an equal row after its line break.
 *
 * Holds back only what could still turn out to be one of these.
 */
export function mendSeam(shown: string): Seam {
  const text = shown.trimEnd()
  const blanks = shown.slice(text.length)
  const restarts = findRestarts(text, blanks)
  let held: string | null = ''

  function release(next: string): string {
    held = null
    return next
  }

  function decide(isOver: boolean): string {
    if (held === null) return ''
    if (!isOver && seamMark.startsWith(held)) return ''
    const next = held.startsWith(seamMark) ? held.slice(seamMark.length) : held
    if (!isOver && restarts.some((restart) => restart.length >= next.length && restart.startsWith(next))) return ''
    const repeated = restarts.find((restart) => next.startsWith(restart)) ?? ''
    const fresh = next.slice(repeated.length)
    // Only the first word tells how many blanks come before it.
    if (!isOver && fresh.trimStart() === '') return ''
    return release(fresh.slice(lengthOfOverlap(blanks, fresh)))
  }

  return {
    take(piece) {
      if (held === null) return piece
      held += piece
      return decide(false)
    },
    end: () => decide(true),
    get isMended() {
      return held === null
    },
  }
}

/** How far back a model may start over, in characters. */
const maxRestart = 2_000

/** The ends of `text` with which a continuation may start over, longest first. */
function findRestarts(text: string, blanks: string): readonly string[] {
  const from = Math.max(0, text.length - maxRestart)
  const restarts: string[] = []
  for (let at = from; at < text.length; at++) {
    if (at > 0 && !/[\s。！？，、；]/u.test(text.charAt(at - 1))) continue
    const end = text.slice(at)
    if (/^\s/u.test(end)) continue
    if (isRestart(end, { before: text.slice(Math.max(0, at - maxRestart), at), blanks })) restarts.push(end)
  }
  return restarts
}

/**
 * Whether a continuation that begins with `end`, the last words shown, must be repeating them. Said twice in a row is
 * also what some texts rightly do, so:
 *
 * - What already repeats (within `end`, or just before it) goes on repeating, and one long word may be a number or code.
 * - In an unfinished line it takes 12 characters; or the whole line so far, of two words at least.
 * - After a finished line the next may rightly say the same (rows of a table, items of a list, lines of code): there it
 *   takes 40 characters that end a sentence of prose.
 */
function isRestart(end: string, { before, blanks }: { readonly before: string; readonly blanks: string }): boolean {
  if (!hasWords(end) || isRepetitive(end) || before.trimEnd().endsWith(end)) return false
  if (/[\r\n]/.test(blanks)) return end.length >= 40 && isProse(end)
  const isWholeLine = blanks === '' && (before === '' || before.endsWith('\n'))
  return end.length >= 12 || isWholeLine
}

/** More than one word; some languages write without blanks. */
function hasWords(text: string): boolean {
  return /\s|[\u3000-\u30ff\u4e00-\u9fff]/u.test(text)
}

function isProse(text: string): boolean {
  return /^[\p{L}"'“‘«*_]/u.test(text) && /[.!?…。！？]["'”’»)*_]*$/u.test(text)
}

/** Whether a text is one unit at least twice, maybe without the last one's blank: "ha ha", "| 0 | 0 ". */
function isRepetitive(text: string): boolean {
  const borders = [0]
  for (let at = 1, length = 0; at < text.length; at++) {
    while (length > 0 && text.charAt(at) !== text.charAt(length)) length = borders[length - 1] ?? 0
    if (text.charAt(at) === text.charAt(length)) length += 1
    borders.push(length)
  }
  const unit = text.length - (borders.at(-1) ?? 0)
  return unit * 2 <= text.length + 1
}

/** Of the longest end of `first` that `second` begins with. */
function lengthOfOverlap(first: string, second: string): number {
  for (let length = Math.min(first.length, second.length); length > 0; length--) {
    if (first.endsWith(second.slice(0, length))) return length
  }
  return 0
}
