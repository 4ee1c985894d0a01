/** Who comes first, last and in between, and the plain words for it, as in `everyday-phrases.ts`. */
export const rankPhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  // Who has the most.
  [/^(?:the |all |our |my )?(\p{L}{3,}s) by (?:the )?number of (\p{L}{3,})(?=[?.!]*$)/giu, 'number of $2 by $1'],
  [/\b(?:asks?|asked) for (?=the )/gi, 'has '],
  [/\b(?:put in|puts in|clocked up|racked up|ran up) (?=the |most)/gi, 'has '],
  [/\b(?:has |have |had )?run up (?=the |most)/gi, 'has '],
  [/^(?:the |our |my )?(\p{L}+) with the (?=\p{L}+est\b|most\b|least\b)/iu, 'which $1 has the '],
  [/\b((?:\p{L}+est)|most \p{L}+|which|what) single (?=\p{L})/giu, '$1 '],
  [/\bsingle (?=(?:\p{L}+est|most)\b)/giu, ''],

  // First, last and in between.
  [/\btops(?: the)?(?: list| table| ranking)?(?: (?:by|in|for|on|of))?(?= \p{L})/giu, 'has the highest'],
  [
    /\bcom(?:es|e|ing) (?:out )?(?:top|first|on top)(?: (?:by|in|for|on))?(?= \p{L})(?! (?:day|week|month|quarter|year)s?\b)/giu,
    'has the highest',
  ],
  [
    /\bcom(?:es|e|ing) (?:dead )?last(?: (?:by|in|for|on))?(?= \p{L})(?! (?:day|week|month|quarter|year)s?\b)/giu,
    'has the lowest',
  ],
  [
    /\b(?:(?:hit|hits|reach|reached|reaches) (?:its|their|his|her|an?|the)|(?:see|saw|at) (?:its|their|his|her)) (?:all-time |record )?(?:minimum|lowest|low|bottom|trough)(?: (?:point|value|level))?\b(?! \p{L}+ (?:of|in)\b)/giu,
    'was lowest',
  ],
  [
    /\b(?:(?:hit|hits|reach|reached|reaches) (?:its|their|his|her|an?|the)|(?:see|saw|at) (?:its|their|his|her)) (?:all-time |record )?(?:maximum|highest|high|peak|top)(?: (?:point|value|level))?\b(?! \p{L}+ (?:of|in)\b)/giu,
    'was highest',
  ],
  [
    /\b(?:where|how) (?:do|does|did) (.+?) rank(?: (?:in|on|by|for|in terms of|when it comes to|with regard to|among|amongst)(?: the)?)?(?= \p{L})/giu,
    'what place does $1 take by',
  ],
  [/\bwhen (?:the |all )?[\p{L} ]+? (?:are|is|were) (?:ranked|sorted|ordered) (?:by|on)\b/giu, 'by'],
  [/,\s*(?:highest|largest|biggest|most|best|top) first\b/gi, ''],

  // A draw is no chart.
  [/\b(?:end(?:ed|s)?|finish(?:ed|es)?|result(?:ed|s)?) in an? draw(?=\s*[?.!,]|$)/gi, 'were "draw"'],
]
