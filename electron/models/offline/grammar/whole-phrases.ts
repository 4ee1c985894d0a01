/**
 * What is meant by all of it, which restricts nothing: the whole table, all time, the place where it all happened. As in
 * `everyday-phrases.ts`.
 */
export const wholePhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  [/ \bon board\b/gi, ''],
  [
    / (?:in|at) (?:the|our|my) (?:club|company|firm|shop|store|school|library|gym|hotel|restaurant|clinic|practice|bakery|museum|garage|shelter|choir)(?=\s*[?.!]*$)/gi,
    '',
  ],
  [
    /\b(?:in|on|of|over|for) (?:the )?(?:whole|entire|full) (?:sheet|table|file|dataset|data set|data|list|set|period|time)\b/gi,
    '',
  ],
  [/\b(?:over|across) (?:all|the whole lot|them all|everything)(?: of)?(?: the)?\b(?! time)/gi, 'of all'],
  [
    /\b(?:of|in) the lot\b|\bof them all\b|\bof all time\b|\bever(?= (?:was|were|recorded|seen|had|been|sold|measured)\b|\s*[?,.!]|$)/gi,
    '',
  ],
  // The best of it, whichever year that is. "the busiest month of the year" is another thing.
  [
    /(?<!\b(?:day|week|weekday|month|quarter|season|time|part|half|days|weeks|months|quarters|end|start|beginning|rest)) \bof the (?:whole |entire )?year\b(?! \d)/gi,
    '',
  ],
  [/\bon (?:this|the|our|my) (?:list|books|record)\b|\bon (?:record|file)\b|\bin (?:this|the) list\b/gi, ''],
]
