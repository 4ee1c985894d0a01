const year = String.raw`((?:19|20)\d\d)`
const among = '(?:among|amongst|out of|of)'
const summed = '(?:credit|revenue|income|turnover|money|fees|tips|donations|refunds)'
const odd = '(?:odd|strange|unusual|weird|funny|suspicious|extreme|freak)'

/**
 * What is asked beside the question proper, before or behind it: a first question that the second says plainly, what is
 * left aside, how it shall be counted or drawn. Read before all other turns of speech, in this order.
 */
export const askedBeside: readonly (readonly [said: RegExp, plain: string])[] = [
  // A question that the next one says in plain words.
  [/^(?:is|are|was|were|do|does|did) [^?]*\? (?=(?:please )?correlat(?:e|ion)\b)/i, ''],
  [new RegExp(String.raw`^(?:are there |is there )?any ${odd} \p{L}+\? (?=.*\boutliers?\b)`, 'iu'), ''],
  [
    /^(?:was|is|were|has|have) any(?:thing|one|body) [a-z ]*(?:twice|double|more than once)\? (?=.*\bduplicates?\b)/i,
    '',
  ],

  // How it shall be counted or told.
  [/^([^,]+), (?:the )?(?:total |overall )?number(?: of(?: (?:them|those|these))?)?[?.!]*$/i, 'how many $1'],
  [/^((?:the )?(?:number|count) of [^,]+?) an? (day|week|month|quarter|year)[?.!]*$/i, '$1 per $2'],
  [/^how much in (\p{L}+) (?:was|were|is|are|has been) /iu, 'total $1 '],
  [
    new RegExp(
      String.raw`^what (${summed}) (?:did|does|do|has|have) (.+?) (?:receive|get|bring in|take in)\b(?! (?:per|on average|most|least))`,
      'iu',
    ),
    'total $1 of $2',
  ],
  [/^i (?:just )?need (?:the |our |my )(?=.+ (?:added|summed|totalled|totaled) up\b)/i, ''],
  [
    /^looking (?:only |just )?at (?:only )?((?:the |all |our )?[^,]+), (?:what is |which is |who is )?(the [^,]+?)(?: is)?[?.!]*$/i,
    '$2 among $1',
  ],
  [/^([^,]+?) aside, (?=(?:how|what|which|who) )(.+?)([?.!]*)$/i, '$2 excluding $1$3'],
  [/^(and |what about )(?:to|for) (?:people|those|anyone|folks|customers|buyers) from (?=\p{Lu})/iu, '$1from '],
  [/\b(the|their|its|his|her) very (first|last|best|worst|earliest|latest)\b/gi, '$1 $2'],
  [/\b(have|has|had|got) (?:down )?in the (?:book|books|diary|calendar|register|ledger)\b/gi, '$1'],
  [/\b(?:ask|asks|asked) for (?=an? )/gi, 'had '],
  [/\baccount(?:s|ed)? for\b(?! (?:the )?most)/gi, 'make up'],
  [/\bstand(?:art|ert|erd|rad|ad) (?=deviation\b)/gi, 'standard '],

  [/^on (?:what|which) (?:date|day) (?:was|were) (?:there )?the (most|fewest|least) /i, 'which day has the $1 '],
  [/^on (?:what|which) date (did|do|does) (?=.*\b(?:most|least|fewest)\b)/i, 'on which day $1 '],
  [/^what did (?:we|i|they|you) (take|earn|receive|get) in (\p{L}+) payments\b/iu, 'how much did we $1 by $2'],

  // A column in brackets says what was meant.
  [
    /\b(?:with |have |has |had |own |owns |got )?no \p{L}+ \((\p{L}+(?:_\p{L}+)+) (?:is |= ?)?(\p{L}+)\)/giu,
    'with $1 $2',
  ],
  [
    /\bof (?:the |our |my )?(?:(?!\p{L}+ed )\p{Ll}+ )?(?:time|duration|length|price|cost|amount|weight|distance|fee) \((\p{L}+(?:_\p{L}+)+)\)/gu,
    'of $1',
  ],

  [
    /\b(trip|ride|journey|run|route|flight|walk)s? in (km|kilomet(?:er|re)s|miles)(?= (?:that|which|of|by|for) )/gi,
    'distance in $2',
  ],

  // Two years, and one period after another.
  [new RegExp(String.raw`\b${year} v\.? (?=(?:19|20)\d\d\b)`, 'gi'), '$1 vs '],
  [/\bfrom (?:one |each )(day|week|month|quarter|year) to (?:the )?(?:next|other|another)\b/gi, 'by $1'],
  [
    new RegExp(
      String.raw`^(?:the )?(.+?) in ${year} (?:compared (?:with|to)|against|versus|vs\.?) ${year}[:,;–-]+ ?(?:(?:is it|did (?:it|they) go) )?(?:up or down|more or less|higher or lower)(?:,? (?:and )?by how much)?[?.!]*$`,
      'iu',
    ),
    'change of $1 from $3 to $2',
  ],

  [/\bjan(?:uary)? ?[-–] ?june? (?:of )?((?:19|20)\d\d)\b/gi, 'first half of $1'],
  [/\bjuly? ?[-–] ?dec(?:ember)? (?:of )?((?:19|20)\d\d)\b/gi, 'second half of $1'],

  // Places and charts.
  [
    new RegExp(
      String.raw`^(?:ranked|sorted|ordered) (?=by .+?,? (?:what|which) (?:place|rank|position) .+ ${among} )`,
      'i',
    ),
    '',
  ],
  [/^(stacked|grouped) bars (?=of |by |for )/i, '$1 bar chart '],
  [/\b(\p{L}[\p{L}_]*) on one axis,? (?:and )?(?:the )?(\p{L}[\p{L}_]*) on the other(?: axis)?\b/giu, '$1 against $2'],
  [
    /,? (?:with )?(?:the )?(\p{L}+) (?:on|along) the (?:x|horizontal)[- ]axis,? (?:and )?(?:split|stacked|colou?red|broken down) (?:up )?by (?:the )?(\p{L}+)/giu,
    ' by $1 and $2',
  ],
  [
    /^((?:bar|column|pie) chart) of (?:all )?(?:the |our |my )?(\p{L}+),? (?:with )?one (?:bar|column|slice) (?:per|for each|for every) (\p{L}+)(?=\s*[?.!]*$)/iu,
    '$1 of the number of $2 by $3',
  ],
  [
    /\bthe (village|town|city|country|county|region|state|street|place) (?:that |which )?(?:the |our |each |their )?(\p{L}+) (?:comes?|came) from\b/giu,
    'the $1 of the $2',
  ],
]
