/** Percentages, changes, ranges and correlations, and the plain words for them, as in `everyday-phrases.ts`. */
export const figurePhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  // What somebody else found of it.
  [
    /\b(?:rated|scored|scoring|got|get|gets) (?:an? )?(?:perfect )?((?:over|above|under|below|at least|more than|less than|exactly) )?(\d+(?:\.\d+)?)( or (?:better|more|higher|less|lower|above|below|worse))? (?:on|at|by) (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)/gu,
    'with $4 rating $1$2$3',
  ],
  [/\b((?:PG|NC)-?\d\d|\p{Lu}{1,3})-rated\b/gu, '$1'],

  // Correlations, duplicates and one figure for each.
  [/\bcorr?ell?ation\b/gi, 'correlation'],
  [/\b(?:exact|complete|full) duplicates?\b/gi, 'duplicates'],
  [
    /\b(?:entered|recorded|listed|logged|registered|typed in|keyed in|booked|counted|written down|put in) (?:twice|double|more than once|two times)\b/gi,
    'duplicates',
  ],
  [
    /\bhow (?:closely|strongly|much|well) (?:do|does|did) (?:the )?(.+?) (?:follow|track|depend on|go with|relate to|correlate with|vary with|change with)(?: the)? /gi,
    'correlation of $1 and ',
  ],
  [/,? \b(?:one|a single) (?:figure|number|value|row|line) (for each|per|for every|each)\b/gi, ' $1'],
  [/\bdown to (?=(?:fewer|less|under|below|at most)\b)/gi, ''],

  // Percentages, changes and numbers.
  [/\bhow many (?:percent|per cent|%)(?= of\b)/gi, 'what percentage'],
  [/\b(?:by )?how many (?:percent|per cent|%)/gi, 'by how much percent'],
  [/\bper cent\b/gi, 'percent'],
  [/\b(?:percentage|percent|%|relative|absolute|overall|net) (change|growth|increase|decrease|difference)\b/gi, '$1'],
  [
    /\b(?:by )?how (?:much|far) (?:percent )?(?:did|has|have) (.+?) (?:move|moved|rise|risen|rose|climb|climbed|fall|fallen|drop|dropped|go up or down|rise or fall|go up|gone up|go down|gone down|improve|improved|shrink|shrunk|vary|varied)\b/gi,
    'change of $1',
  ],
  [/\bwhat (?:fraction|proportion|part|portion|%) of\b/gi, 'what share of'],
  [/\b(?:nr|num|no\.|#) of\b/gi, 'number of'],
  [/\bcounted (?=by|per)/gi, 'number of rows '],
  [
    /^(?:the |our |my |all )*(\p{L}+),? (?:ranked |sorted |ordered )?by how (?:often|frequently|many times) (?:they|it|each|each one) (?:appears?|occurs?|comes? up|turns? up|shows? up|is there|are there)\s*\??$/iu,
    'number of rows by $1',
  ],

  // What lies between two ends, or goes together.
  [
    /\b(?:gap|difference|distance|span) between (?:the )?(?:highest|largest|biggest|maximum|max|top|longest)(?: value)? and (?:the )?(?:lowest|smallest|minimum|min|bottom|shortest)(?: values?)?(?: of)?\b/gi,
    'range of',
  ],
  [
    /\b(?:gap|difference|distance|span) between (?:the )?(?:lowest|smallest|minimum|min|bottom|shortest)(?: value)? and (?:the )?(?:highest|largest|biggest|maximum|max|top|longest)(?: values?)?(?: of)?\b/gi,
    'range of',
  ],
  [/\bcorrelation (?:coefficient|factor)\b/gi, 'correlation'],
  [
    /\b(?:do|does|did) (.+? and .+?) (?:move|go|rise|rise and fall|change|vary) (?:together|hand in hand)\b/gi,
    'correlation of $1',
  ],
]
