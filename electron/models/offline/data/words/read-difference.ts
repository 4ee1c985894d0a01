import type { Compared } from './read-comparison.ts'

/** What lies between two things, with no word of which is more: "the gap in average price between A and B"; else null. */
export function readDifference(text: string): Compared | null {
  const [, rest] =
    /^(?:what(?:['’]s| is| was| were)? |how (?:big|large|great|wide|high) (?:is|was|are|were) |is there (?:a|any|much of a|a big) |was there (?:a|any|a big) |show |give me |calculate |compute )?(?:the )?(?:difference|gap|distance) (.+)$/i.exec(
      text,
    ) ?? []
  if (rest === undefined || /\b(?:highest|lowest|maximum|minimum|max|min|largest|smallest)\b/i.test(rest)) return null
  const figureFirst = /^(?:in|of|for) (?:the )?(.+?) (?:between|for) (.+?) and (.+)$/i.exec(rest)
  if (figureFirst !== null) return compared(figureFirst[2], figureFirst[3], figureFirst[1])
  const figureLast =
    /^between (.+?) and (.+?) (?:in terms of|when it comes to|in|by|for) (?:the |their )?(.*(?:average|mean|median|total|number|price|\p{L}{4,}).*)$/iu.exec(
      rest,
    )
  const ofEach = /^between (?:the )?(.+?) (of|in|for|from|at|on) (.+?) and (?:(?:the |that )?(?:.+? )?\2 )?(.+)$/i.exec(
    rest,
  )
  if (ofEach !== null) return compared(ofEach[3], ofEach[4], ofEach[1])
  return figureLast === null ? null : compared(figureLast[1], figureLast[2], figureLast[3])
}

function compared(first = '', second = '', by = ''): Compared {
  return { place: null, first, second, by, tail: '' }
}
