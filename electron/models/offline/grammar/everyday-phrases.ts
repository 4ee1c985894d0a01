const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/**
 * Turns of speech and the plain words for them that every reader knows, in this order. Each must mean the same wherever
 * it is said: what may be a column or a value in some table does not belong here. Nothing in quotes is touched.
 */
export const everydayPhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  // What only begins or ends a sentence.
  [
    /^(?:(?:hi|hello|hey|quick question|just wondering|out of (?:interest|curiosity)|remind me|any idea)\b[,:;.!]*\s+|(?:so|well),\s+)+/i,
    '',
  ],
  [
    /\bi(?:['’]d| would) (?:love|like) (?:to (?:know|see|have|find out|get)|to)\b|\bi(?:['’]m| am) (?:after|looking for|interested in|trying to find(?: out)?)\b|\bi was wondering(?: if| whether)?\b|\bi wonder\b/gi,
    '',
  ],
  [
    /[,;]?\s*\b(?:if (?:you can|possible|you (?:don['’]t|do not) mind|you (?:would|could|please))|please|pls|plz|thanks(?: a lot)?|thank you(?: very much)?|thx|cheers)(?=\s*(?:[?.!,]|$))/gi,
    '',
  ],
  [/[,;]? \bfor me(?=\s*(?:[?.!,]|$))/g, ''],
  [/\s+(?:would|will) be (?:nice|great|good|lovely|helpful|useful|perfect|fine)(?=\s*[?.!]*$)/i, ''],
  [/[,.;:?!]\s*which (?:ones?|are they|is it)\s*\?*$/i, '?'],
  // "any outliers in qty? Say how many."
  [
    /^(?:are there |is there |have we )?(?:any |some )?(.+?)[,.;:?!–—-]\s*(?:and )?(?:say |tell me |give me )?(?:just )?(?:how many(?: (?:is|are|were|was) (?:that|there|they|it))?(?: in all| altogether| in total| together)?|(?:the )?(?:count|number)(?: only)?|count them)\s*[?.!]*$/i,
    'how many $1',
  ],
  [/,? \bone (?:dot|point|bar|line|slice|box|mark) (?:per|for each|for every|each) [\p{L} ]+?(?=[,.;?!]|$)/giu, ''],

  // Whole ways to ask.
  [/^return (?:me )?/i, 'show '],
  [/^(?:please )?rank (?:all |the |our |my )*(.+?) (?:by|on) (.+)$/i, '$2 by $1'],
  [
    /\b(which|what) (\p{L}+) (?:do|does|did) (?:the )?most(?: of)?(?: the| our| my)? (\p{L}+) (?:come from|live in|use|choose|take|have|belong to)\b/giu,
    '$1 $2 has the most $3',
  ],

  [/\b(the|those|these|only|just|all) (\p{L}+) ones\b/giu, '$1 $2'],
  [/\b(do|does|did) (?:people|folks|they|we|you|one|everyone|everybody|somebody|someone)\b/gi, '$1'],
  [/\b(?:lie|lies|lay|sit|sits|sat|stand|stands|fall|falls|fell) (above|below|over|under|between)\b/gi, '$1'],
  [/\b(?:came|come|comes|coming|sent|brought|given|handed) back\b/gi, 'returned'],
  [
    /^((?:19|20)\d\d) (?:against|versus|vs\.?|compared (?:to|with)) ((?:19|20)\d\d)[:,] ?(?:the )?(growth|change|increase|decrease|difference|rise|fall)(?: of| in)?(?: the)? (.+)$/i,
    '$3 of $4 from $2 to $1',
  ],
  [/,? \bwith (\p{L}[\p{L}_]*) across and (\p{L}[\p{L}_]*) (?:down|up)\b/giu, ' by $1 and $2'],
  [/,? ?\bgoing by (?:the |its |their )?(?:date|day)\b/gi, ''],
  [/\bbroken? (?:down|up) (?=by)/gi, ''],

  [/\bi\.? ?e\.?,? /gi, ''],
  [
    /^(?:any|are there|is there|do|does|did|have|has) [^?]*\? (?=(?:count|how many|give|list|show|tell) \p{L}+ \p{L}+ \p{L}+)/iu,
    '',
  ],
  [
    /\b(?:do|does) (?:the|this|my|our) (?:list|table|file|data|sheet|dataset) (?:contain|have|include|hold)(?: any)? /gi,
    'are there ',
  ],
  [/,? and how \p{L}+ (?:was|is|were|are) (?:it|that|they)\s*\?*$/iu, ''],
  [
    /\bhow (?:strongly|closely|well) (?:is|are) (.+?) (?:correlated|related|linked) (?:with|to)\b/gi,
    'correlation of $1 and',
  ],
  [/\b(\d[\d.,]*) (\p{L}+) or (more|less|fewer|better|higher|older|younger)\b/giu, '$1 or $3 $2'],
  [/\bbetween (\d[\d.,]*) and (\d[\d.,]*) in (\p{L}+)\b/giu, 'with $3 between $1 and $2'],
  [
    /\b(?:name|names|carry|carries|mention|mentions|bear|bears) (no|an?|any) |\b(?:give|gives|show|shows|list|lists) (no) /gi,
    'have $1$2 ',
  ],
  [/\b(?:become|becomes) (?=\p{L}+ (?:after|before|on|in|from|since))/giu, ''],
  [/\b(?:called|named) (?=\p{Lu})/gu, ''],
  [/\bnothing (?:in|under|for|at) /gi, 'no '],
  [/\b(?:have|has|with) (\p{L}[\p{L}\d ]*?) in (?:their|its|the|his|her) name\b/giu, 'whose name contains $1'],
  [/\b(?:staff members|members of staff)\b/gi, 'staff'],
  [/^rank (?=the (?:\d+|\p{L}+) )/iu, ''],
  [/\btake (?:among|amongst|of|out of) (?:all )?(?:the )?\p{L}+ (?=by |in |on )/giu, 'take '],
  [
    /\bwhat (?:do|does|did) (?:all )?(?:the |our |my |their )?(.+?) (?:come|add up|amount|sum up) to\b(?: altogether| in total| in all)?/gi,
    'total of $1',
  ],
  [/\b(?:largest|biggest|highest|greatest) single\b/gi, 'maximum'],
  [/\b(?:smallest|lowest) single\b/gi, 'minimum'],

  [/\b(is|are|was|were) not (?:named|given|known|recorded|stated|noted|filled in|available|entered)\b/gi, '$1 missing'],
  [/\b(?:asks?|asked) for (?=the )/gi, 'has '],
  [/\b(?:put in|puts in|clocked up|racked up|ran up) (?=the |most)/gi, 'has '],
  [/\bcorr?ell?ation\b/gi, 'correlation'],
  [/^(.+), (?:summed|summed up|added up)\s*$/i, 'total $1'],
  [
    /^(?:what is |what was |what's )?(?:the )?(?:date|day) of (?:the |my |our )?(first|earliest|last|latest) /i,
    'when was the $1 ',
  ],

  [/\bby (?:the )?(?:time|date|day) of (?=\p{L})/giu, 'by '],
  [/\b(?:exact|complete|full) duplicates?\b/gi, 'duplicates'],

  // What is meant by all of it.
  [
    /\b(?:in|on|of|over|for) (?:the )?(?:whole|entire|full) (?:sheet|table|file|dataset|data set|data|list|set|period|time)\b/gi,
    '',
  ],
  [/\b(?:over|across) (?:all|the whole lot|them all|everything)(?: of)?(?: the)?\b(?! time)/gi, 'of all'],
  [
    /\b(?:of|in) the lot\b|\bof them all\b|\bof all time\b|\bever(?= (?:was|were|recorded|seen|had|been|sold|measured)\b|\s*[?,.!]|$)/gi,
    '',
  ],
  [/\bon (?:this|the|our|my) (?:list|books|record)\b|\bon (?:record|file)\b|\bin (?:this|the) list\b/gi, ''],
  [/\b((?:\p{L}+est)|most \p{L}+|which|what) single (?=\p{L})/giu, '$1 '],
  [/\bsingle (?=(?:\p{L}+est|most)\b)/giu, ''],

  // Figures.
  [/\bhow many (?:percent|per cent|%)(?= of\b)/gi, 'what percentage'],
  [/\b(?:by )?how many (?:percent|per cent|%)/gi, 'by how much percent'],
  [/\bper cent\b/gi, 'percent'],
  [
    /\b(?:by )?how (?:much|far) (?:percent )?(?:did|has|have) (.+?) (?:move|moved|rise|risen|rose|climb|climbed|fall|fallen|drop|dropped|go up|gone up|go down|gone down|improve|improved|shrink|shrunk|vary|varied)\b/gi,
    'change of $1',
  ],
  [/\bwhat (?:fraction|proportion|part|portion|%) of\b/gi, 'what share of'],
  [/\b(?:nr|num|no\.|#) of\b/gi, 'number of'],
  [/\bcounted (?=by|per)/gi, 'number of rows '],
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
  [/\bthe (?:dot|scatter) (?:chart|plot)\b/gi, 'the scatter plot'],

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

  // Each, and over time.
  [/\b(?!(?:side|step|piece|little) )(\p{L}{3,}) by \1\b/giu, 'by $1'],
  [/\b(?:from )?(day|week|month|quarter|year) to \1\b/gi, 'by $1'],
  [/\b(?:over|through|across|throughout|down) the (day|week|month|quarter|year)s\b/gi, 'by $1'],
  [/\beach and every\b/gi, 'each'],
  [/\bon (?:what|which) (?:date|day)\b(?=\s*[?.!]*$)/gi, 'when'],

  // Days and years.
  [/(?<![\p{L}\d])['’]([0-4]\d)(?![\d\p{L}])/gu, '20$1'],
  [/(?<![\p{L}\d])['’]([5-9]\d)(?![\d\p{L}])/gu, '19$1'],
  [/\bchristmas eve\b/gi, '24 December'],
  [/\bchristmas(?: day)?\b(?= (?:19|20)\d\d)/gi, '25 December'],
  [/\bnew year['’]?s eve\b/gi, '31 December'],
  [/\bnew year['’]?s day\b/gi, '1 January'],
  [/\bvalentine['’]?s day\b/gi, '14 February'],
  [/\bhallowe['’]?en\b(?= (?:19|20)\d\d)/gi, '31 October'],
  [
    new RegExp(
      String.raw`\b(?:the )?(\d{1,2})(?:st|nd|rd|th)? (and|to|until|till|through|-|–) (?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${months})\b(,? (?:19|20)\d\d)?`,
      'gi',
    ),
    '$1 $4$5 $2 $3 $4$5',
  ],
  [
    new RegExp(String.raw`\b(${months}) (\d{1,2}) ?(?:-|–) ?(\d{1,2}),? ((?:19|20)\d\d)\b`, 'gi'),
    '$2 $1 $4 to $3 $1 $4',
  ],

  // What only colours a sentence.
  [/\b(?:ever|really|actually|basically|simply|roughly|approximately|completely|entirely|truly)\b ?/g, ''],
  [/\b(?:kind|sort|kinds|sorts)(?: of)? (?=\p{L}{3,} (?:is|are|was|were|has|have|had|do|does|did)\b)/giu, ''],
  [/\bw\/ ?/gi, 'with '],
  [
    /,? ?(?:drawn |shown |plotted )?as (?:a )?(line|bar|column|pie|histogram|scatter|dot)s?(?= ?(?:[?.!,]|$))/gi,
    ' as a $1 chart',
  ],
  [/^(line|bars?|pie)(?: of|:) /i, '$1 chart of '],

  [/(?<=\p{L}) ?={1,2} ?(?=(?:yes|no|true|false)\b)/giu, ' is '],

  // Contractions without their mark.
  [/\bthats\b/gi, 'that is'],
]
