const people = 'people|customers|clients|buyers|guests|visitors|campers|passengers|members|patients|donors|travellers'
const share = 'share|part|percentage|percent|proportion|fraction'

/**
 * Sentences whose verb and nouns say in another order what a plain one says, in this order. As in `everyday-phrases.ts`
 * each must mean the same wherever it is said.
 */
export const sentencePhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  // Who did it is told by what they are asked for.
  [new RegExp(`^(?:the |our )?(?:${people}) (?:of|from|in) (which|what) (?=\\p{L})`, 'iu'), '$1 '],
  [/\b(which|what) ((?:\p{L}+ )?\p{L}+) spent the most on (?=\p{L})/giu, '$1 $2 has the highest total '],
  [
    /\b(which|what) ((?:\p{L}+ )?\p{L}+) spent the most (nights|days|hours|minutes)\b(?: here)?(?:,? (?:all )?(?:added up|in total|altogether|together)\b)?/giu,
    '$1 $2 has the most $3',
  ],
  [new RegExp(`\\bby (?:people|persons|guests|visitors|customers) (?=from )`, 'giu'), ''],

  // What was said is said again in other words.
  [
    /((?:\bno|\bwithout(?: an?)?) [\p{L} ]+), (?:i\.e\.|that is,?|in other words,?|so) (?:went|are|is|were|was) [^,.?!\d]+(?=[?.!]*$)/iu,
    '$1',
  ],

  // How long it went on.
  [/ (?:that|which|who) (?:lasted|took|ran|went on)(?: the)? longest\b/gi, ' with the longest duration'],
  [
    / (?:that|which) (?:run|runs|ran|last|lasts|lasted|take|takes|took) (?=(?:longer|shorter|more|less|over|under) )/gi,
    ' ',
  ],
  [
    /\b(?<=(?:histogram|distribution|spread) of )how long (?:the |our )?\p{L}+s (?:take|took|last|lasted|run|ran) in (minutes|hours|days|seconds)\b/giu,
    'duration in $1',
  ],

  // How often something is there.
  [
    /\b((?:turn|show|come|crop|pop)(?:s|ed) up|came up|appear(?:s|ed)|occur(?:s|red)) (?:the )?(most|least)(?=\s*[?.!]*$)/gi,
    'is $2 common',
  ],
  [
    /\bhow (?:often|many times) (?:were|was|are|have|has) (?:we|i|they|our team|the crew) (?:been )?called out\b/gi,
    'how often did we go out',
  ],
  [
    /\bfrom (?:each|one) (?:\p{L}+ing )?(year|month|quarter|week|day) to the (?:next|following)(?: one)?\b/giu,
    'from $1 to $1',
  ],

  // In what share something was so.
  [
    new RegExp(
      `^in (?:what|which) (${share}) of (?:the |our |all )*(\\p{L}+) (?:was|were) (?:an? |any |the )?(\\p{L}+) (?:given|used|needed|applied|taken)\\b`,
      'iu',
    ),
    'what $1 of $2 has $3',
  ],

  // What is meant by all of it, and by one of it.
  [
    /\b(?:in|on|of|over|for|across) (?:the |our )?(?:whole|entire|full) (?:grid|map|register|log|series|list|set|sheet|book)(?=\s*(?:[?.!,]|$))/gi,
    '',
  ],
  [/\b(?:any|a|one) single (?=\p{L}+\s*(?:[?.!,]|$))/giu, 'any '],

  // A figure for each by its name.
  [
    /\b(per|by|for each|for every|each|every) (\p{L}+)([^?.!]*?),? (?:and |along |together )?with (?:their|its|his|her|the) names?(?=\s*[?.!]*$)/giu,
    '$1 $2 name$3',
  ],
  [
    /^(?!how many)(.+?)\s*[(,;:–-]\s*(?:i|we) (?:only|just) (?:need|want) the (?:number|count)\)?\s*[?.!]*$/i,
    'how many $1',
  ],
  [
    /^(?:if|when) (?:you|we|i|one) (?:order|sort|rank|list|arrange)s? (?:all )?(?:the |our |my )?(.+?) by (.+?), (?:the )?(?:highest|largest|biggest|best|most) first,? (?:at |in |on )?(?:which|what) (?:place|position|rank) (?:is|comes|does) (.+?)(?: come| stand)?(?=\s*[?.!]*$)/i,
    'where does $3 rank among the $1 by $2',
  ],
  [
    /\bwhat (?:goes|went|has gone|usually goes) wrong (?:the )?most(?: often| frequently)?/gi,
    'which problem is the most common',
  ],
  [
    /\btime (?:that )?(?:anybody|anyone|somebody|someone) (?:ever )?(?:sat|spent|stood|stayed|waited|lay) (?=(?:in|on|at)\b)/gi,
    'time ',
  ],
  [
    /\bgoing by when (?:we|i|they|you|he|she|people|somebody) (\p{L}+) (?:it|them|(?:the|our|my|an?) \p{L}+)(?=\s*[?.!]*$)/giu,
    'going by $1',
  ],
]
