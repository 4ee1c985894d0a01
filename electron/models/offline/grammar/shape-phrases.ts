const share = 'share|percentage|percent|per cent|fraction|proportion|portion|part|%'
const among = '(?:among|amongst|out of|of|within)'
const place = '(?:place|rank|position)'
/** "all the three origins" */
const each = String.raw`(?:all )?(?:the |our |my |these )?(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) )?(\p{L}[\p{L}_-]*)`
const by = '(?:by|on|in|for|in terms of|when it comes to|with regard to)(?: the| their)?'

/**
 * Turns of speech that say in which shape an answer is wanted, and the plain words for them, in this order and before
 * all others: shares, places, several figures at once, how often something must be there, what a chart shows.
 */
export const shapePhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  // "of the rows with status delivered, what part was late": a share of those.
  [
    new RegExp(
      String.raw`^(?:out )?of (?:all )?(?:of )?(?:the |these |those |our |my )?(.+?), (?:what|which|how big a|how large a) (?:${share})(?: of (?:them|these|those|it))? ((?:is|are|was|were|has|have|had|got|came|comes|come|belongs?) .+)$`,
      'iu',
    ),
    'what share of $1 $2',
  ],
  [
    new RegExp(
      String.raw`^(?:out )?of (?:all )?(?:of )?(?:the |these |those |our |my )?(.+?), (?:what|which|how big a|how large a) (?:${share})(?: of (?:them|these|those|it))? (\p{L}+ .+)$`,
      'iu',
    ),
    'what share of $1 has $2',
  ],
  [
    new RegExp(
      String.raw`^(?:the )?(\p{L}+) (?:that|who|which) (.+?),? as an? (?:${share}) of (?:all )?(?:the )?\1\s*[?.!]*$`,
      'iu',
    ),
    'what share of $1 has $2',
  ],
  [
    new RegExp(String.raw`^(?:the )?(\p{L}+) (\p{L}+),? as an? (?:${share}) of (?:all )?(?:the )?\2\s*[?.!]*$`, 'iu'),
    'what share of $2 is $1',
  ],
  [
    new RegExp(
      String.raw`^(?:the )?(\p{L}+) with (.+?)[:,–—-] ?(?:what |the |as an? )?(?:(?:number|count|how many) and (?:the |what )?)?(?:${share})\s*[?.!]*$`,
      'iu',
    ),
    'what share of $1 has $2',
  ],
  [
    new RegExp(
      String.raw`^(?:the )?(\p{L}+) (?:where|that|who|which) (.+?)[:,–—-] ?(?:what |the |as an? )?(?:(?:number|count|how many) and (?:the |what )?)?(?:${share})\s*[?.!]*$`,
      'iu',
    ),
    'what share of $1 has $2',
  ],

  // The place of one among others: which column it is one of is said before it.
  [
    new RegExp(
      String.raw`\b(?:where|how) (?:do|does|did) (.+?) (?:rank|stand|come|place) ${among} ${each} ${by} `,
      'giu',
    ),
    'what place does $2 $1 take by ',
  ],
  [
    new RegExp(
      String.raw`^by (.+?),? (?:which|what) ${place} (?:is|has|does|did) (.+?)(?: take| have| get)? ${among} ${each}\s*[?.!]*$`,
      'iu',
    ),
    'what place does $3 $2 take by $1',
  ],
  [
    new RegExp(
      String.raw`^(?:which|what|at what|on what|in what|in which) ${place} (?:is|has|does|did|was) (.+?)(?: take| have| get| in)? ${among} ${each} ${by} `,
      'iu',
    ),
    'what place does $2 $1 take by ',
  ],
  [
    new RegExp(String.raw`^(?:what(?:'s|’s| is| was) )?(?:the )?${place} of (.+?) ${among} ${each} ${by} `, 'iu'),
    'what place does $2 $1 take by ',
  ],
  [
    new RegExp(String.raw`^(?:what(?:'s|’s| is| was) )?(.+?)['’]s? ${place} ${among} ${each} ${by} `, 'iu'),
    'what place does $2 $1 take by ',
  ],

  // Several figures.
  [/\b(?:the )?number and (?=(?:the )?(?:total|sum|average|mean|median)\b)/gi, 'number of rows and '],

  // How often something must be there: in how many rows.
  [
    /\b(?:occurs?|appears?|is there|are there|stands?|turns? up|shows? up) (?:at least )?twice or more(?: often| times)?\b/gi,
    'occur more than once',
  ],
  [/\b(\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve) or more times\b/gi, 'with at least $1 rows'],
  [
    /\b(?:with )?((?:(?:more|less|fewer) than|over|under|at least|at most|exactly|no more than|no fewer than|not more than) (?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve)) times\b/gi,
    'with $1 rows',
  ],

  // Charts.
  [
    /(\p{L}[\p{L}\d_ ]*?) on (?:the )?(?:x|horizontal)(?:[- ]axis)?,? (?:and |versus |against |vs\.? )?(?:the )?(\p{L}[\p{L}\d_ ]*?) on (?:the )?(?:y|vertical)(?:[- ]axis)?\b/giu,
    '$2 against $1',
  ],
  [/,? (?:and )?colou?r(?:ed|ing)? (?:it |them |the (?:dots|points) )?by /gi, ' coloured by '],
]
