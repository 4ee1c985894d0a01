/**
 * In what share something was so, and the plain words for it, as in `everyday-phrases.ts`. A share of one thing among
 * others is in `shape-phrases.ts`, one in percent in `figure-phrases.ts`.
 */
export const sharePhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  [
    /\bwhat (?:fraction|proportion|part|portion|percentage|share) (?=(?:is|are|was|were|has|have|had|got|came|comes|come|needed|paid) )/gi,
    'what share ',
  ],
  [/\bwhat portion of\b/gi, 'what share of'],
  [
    /\b(share|part|portion|fraction|proportion)\b(.*?),? (?:in|as) (?:an? )?(?:%|per ?cent(?:age)?)(?=\s*(?:[?.!,]|$))/gi,
    '$1$2',
  ],
]
