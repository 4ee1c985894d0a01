/** What only colours a sentence or is written short, and the plain words for it, as in `everyday-phrases.ts`. */
export const fillerPhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  // Said once more behind the question.
  [
    /,? and how (?:hot|cold|warm|long|big|high|low|old|large|expensive|much|many|tall|heavy|fast|deep) (?:was|is|were|are|did|does) (?:it|that|they)(?: (?:get|go|last|cost|take|weigh|become))?(?=\s*[?.!]*$)/gi,
    '',
  ],
  [
    /[,;] (?:the )?(?:tallest|highest|largest|biggest|longest|heaviest|oldest|best|top|most|fastest|hottest|richest|busiest)(?: [\p{L}]+)? (?:on top|at the top|first)(?=\s*[?.!]*$)/giu,
    '',
  ],

  // What only colours a sentence.
  [/\b(?:ever|really|actually|basically|simply|roughly|approximately|completely|entirely|truly)\b ?/g, ''],
  [/\b(?:kind|sort|kinds|sorts)(?: of)? (?=\p{L}{3,} (?:is|are|was|were|has|have|had|do|does|did)\b)/giu, ''],

  // Written short.
  [/\bw\/ ?/gi, 'with '],
  [/(?<=\p{L}) ?={1,2} ?(?=(?:yes|no|true|false)\b)/giu, ' is '],
  [/\bthats\b/gi, 'that is'],
]
