import { carryingVerbs } from './carrying-verbs.ts'
import { qualityVerbs } from './qualities.ts'
import { stopWords } from './stop-words.ts'

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

const writtenDown =
  '(?:named|given|known|recorded|stated|noted|filled in|filled out|available|entered|written down|measured|logged|documented|specified|provided|put down)'

/** Verbs in their base form that other tables read. */
const knownVerbs = [...carryingVerbs, ...stopWords, ...Object.keys(qualityVerbs)].join('|')

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
  [/\s+(?:would|will) (?:help|do|be enough)(?=\s*[?.!]*$)/i, ''],
  [/\s+(?:would|will) be (?:nice|great|good|lovely|helpful|useful|perfect|fine)(?=\s*[?.!]*$)/i, ''],
  [/[,.;:?!]\s*which (?:ones?|are they|is it)\s*\?*$/i, '?'],
  // "any outliers in qty? Say how many."
  [
    /^(?:are there |is there |have we )?(?:any |some )?(.+?)[,.;:?!–—-]\s*(?:and )?(?:say |tell me |give me )?(?:just )?(?:how many(?: (?:is|are|were|was) (?:that|there|they|it))?(?: in all| altogether| in total| together)?|(?:the )?(?:count|number)(?: only)?|count them)\s*[?.!]*$/i,
    'how many $1',
  ],
  [/,? \bone (?:dot|point|bar|line|slice|box|mark) (?:per|for each|for every|each) [\p{L} ]+?(?=[,.;?!]|$)/giu, ''],

  [
    /^(?:(?:i['’]m )?not sure|no idea|sorry|forgive me|this (?:may|might)|it (?:may|might)) [^,:;.?!]{3,40},? but (?=\S+ \S+)/i,
    '',
  ],

  // Whole ways to ask.
  [/^((?:how many|number of|count) .+?),? (?:in total|altogether|in all|all in all|all told)(?=[?.!]*$)/i, '$1'],
  [/^return (?!rate)(?:me )?/i, 'show '],
  [/^(?:please )?(?:name|identify|enumerate) (?=(?:all|every|any|those|the \p{L}+s)\b)/iu, 'list '],
  [/^(?:please )?rank (?:all |the |our |my )*(.+?) (?:by|on) (.+)$/i, '$2 by $1'],
  [
    /\b(which|what) (\p{L}+) (?:do|does|did) (?:the )?most(?: of)?(?: the| our| my)? (\p{L}+) (?:come from|live in|use|choose|take|have|belong to)\b/giu,
    '$1 $2 has the most $3',
  ],

  [/\b(the|those|these|only|just|all) (\p{L}+) ones\b/giu, '$1 $2'],
  // "we play black": before a verb nobody knows its subject tells that it is one.
  [
    new RegExp(
      String.raw`\b(do|does|did) (?:(?:i|they|we|you|he|she)(?! (?:aged|over|under|above|below|older|younger|at)\b)(?! (?!(?:${knownVerbs})\b)\p{Ll}{3,} (?!.*\b(?:more|fewer|less|than|most|least)\b))|(?:people|folks|one|everyone|everybody|somebody|someone)\b(?! (?:aged|over|under|above|below|older|younger|at)\b))\b`,
      'giu',
    ),
    '$1',
  ],
  [/\b(?:lie|lies|lay|sit|sits|sat|stand|stands|fall|falls|fell) (above|below|over|under|between)\b/gi, '$1'],
  [/\b(?:came|come|comes|coming|sent|brought|given|handed) back\b/gi, 'returned'],
  // "were charged a damage fee"
  [/\b(?:was|were|got|been) (?:charged|billed|fined|awarded|granted) (?=an? \p{L})/giu, 'had '],
  [/\b(rows|\p{L}+s) (?:paid|received|carried|attracted|incurred) (?=an? \p{L})/giu, '$1 had '],
  [
    /^((?:19|20)\d\d) (?:against|versus|vs\.?|compared (?:to|with)) ((?:19|20)\d\d)[:,] ?(?:the )?(growth|change|increase|decrease|difference|rise|fall)(?: of| in)?(?: the)? (.+)$/i,
    '$3 of $4 from $2 to $1',
  ],
  [/,? \bwith (\p{L}[\p{L}_]*) across and (\p{L}[\p{L}_]*) (?:down|up)\b/giu, ' by $1 and $2'],
  [/,? \bby when (?:they|it|he|she|we|people) (?:were |was )?(?=\p{L}+\s*(?:[?.!,]|$))/giu, ', going by '],
  [/,? ?\bgoing by (?:the |its |their )?(?:date|day)\b/gi, ''],
  [
    /\b(?:as )?(?:judging|judged|measured|to judge|based|depending|according) (?:by|on|upon|to) (?:its |their |the )?/gi,
    'going by ',
  ],
  [/\bbroken? (?:down|up) (?=by)/gi, ''],

  [/\bi\.? ?e\.?,? /gi, ''],
  [
    /^(?:ok(?:ay)?|right|now|so|well|um+|hm+|good (?:morning|afternoon|evening|day)|dear \p{L}+|hi there|hello there|question|quick one|urgent|help|please help(?: me)?|two things|one more|one more thing|next|another one|silly question|stupid question|maybe a silly question|(?:just |i['’]m |i am )?curious|just (?:checking|asking))\b\s*[,:;.!–-]+\s*(?=\S+ \S+)/iu,
    '',
  ],
  [/^(?:ok(?:ay)?,? |right,? |and |well )?so,? (?=(?:how|what|which|who|when|where|did|do|does|is|are)\b)/i, ''],
  [
    /^(?:my|our) \p{L}+ (?:wants?|would like|needs?|asks?|asked)(?: me| us)? (?:to (?:know|find out|tell|check|see) )?(?=(?:how|what|which|who|when|where|whether)\b)/iu,
    '',
  ],
  [
    /^i (?:was asked|need|have|am supposed|['’]m supposed)(?: to (?:know|find out|tell|check|see))? (?=(?:how|what|which|who|when|where|whether)\b)/i,
    '',
  ],
  [
    / (?:that )?(?:anyone|anybody|somebody|someone) (?:has |had )?(?:ever )?(?:managed|achieved|reached|got|made|did|recorded)(?=\s*(?:[?.!,]|$))/gi,
    '',
  ],
  [/^(?:did|does|do|has|have|had) (?:anyone|anybody|someone|somebody) (?:ever )?/i, 'who '],
  [/^(?:was|were|is|are) (?:anyone|anybody|someone|somebody) (?:ever )?/i, 'who was '],
  [/^(?:is|was|are|were) there (?:anyone|anybody|someone|somebody) (?:who |that |with )?/i, 'who '],
  [
    /\bi (?:wanna|want to|would want to|need to|have to|gotta|should) (?:know|see|find out|have|get|check|figure out)\b(?: about)?/gi,
    '',
  ],
  [
    /\b(?:can|could|would|will) (?:you|u|i|we|someone) (?:please |kindly |quickly |maybe )*(?:tell|show|give|let|find out|figure out|work out|look up|check|calculate|compute|get|say|see)(?: me| us)?(?: know)?\b/gi,
    '',
  ],
  [/\b(?:do|does) (?:you|anyone|anybody) (?:happen to )?know\b/gi, ''],
  [/\bof ['’]?em\b/gi, 'of them'],
  [/\b(?:in|at) one (?:go|sitting|swoop|shot)\b|\b(?:all )?at once\b|\bat a time\b/gi, ''],
  [/\b(?:from |in |to )?(?:somewhere|someplace|anywhere) (?=other than|except|but|besides|outside)/gi, ''],
  [/\b(?:turn|turns|turned|turning) out (?:to (?:be|have) )?/gi, ''],
  [/\bdat(?:e|es|ed|ing) (?:back )?(?:from|to) (?=(?:the )?\d{4})/gi, 'from '],
  [/,? (?:and )?if so,? (?:then )?(how many|how much|which|when|who|what)\b/gi, '? $1'],
  [
    /^(?:is|are|was|were) there (?:any |an? |some )?(.+?)\? (?:and )?how many(?: (?:are|is|were|was) (?:there|they|it|those))?\s*$/i,
    'how many $1',
  ],
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

  // What was not written down.
  [
    new RegExp(String.raw`\b(is|are|was|were)(?: not|n['’]?t| never)(?: been| ever)? ${writtenDown}\b`, 'gi'),
    '$1 missing',
  ],
  [
    new RegExp(String.raw`\b(?:has|have|had)(?: not|n['’]?t| never)(?: ever)? been ${writtenDown}\b`, 'gi'),
    'is missing',
  ],
  [new RegExp(String.raw`\b(without|no|lacking)( an?| any)? ${writtenDown} (?=\p{L})`, 'giu'), '$1$2 '],
  [new RegExp(String.raw`\b((?:without|no)(?: an?| any)? \p{L}[\p{L}_-]*(?: \p{L}+)?) ${writtenDown}\b`, 'giu'), '$1'],
  [
    /\b(?:do|does|did)(?: not|n['’]?t) (?:say|state|tell|mention|show|list|give|record|name) (?:(?:who|what|which|where|when) )?(?:(?:the|an?|any|their|its) )?(\p{L}[\p{L}_-]*(?: \p{L}+)??)(?: (?:is|are|was|were))?(?=\s*(?:[?.!,]|$))/giu,
    'have no $1',
  ],
  [/\b(?:do|does|did)(?: not|n['’]?t) (?:have|get)(?: an?| any)? /gi, 'have no '],
  [/\b(?:has|have|had)(?: not|n['’]?t) (?:got |had )?(?:an?|any) /gi, 'have no '],
  [/\b(?:is|are|was|were)(?: not|n['’]?t) (?:any|an?) (?=\p{L}+ (?:given|recorded|for|in|on|at)\b)/giu, 'have no '],
  [/\bno longer (?=\p{L}+ing\b)/giu, 'not '],
  [/\bstill (?:out|not (?:back|returned)|on loan|borrowed|lent out)\b/gi, 'not returned'],
  [/\bnot (?:been )?(?:back|in) yet\b/gi, 'not returned'],

  [/\bhalf an hour\b/gi, '30 minutes'],
  [/\b(?:an|one) hour and a half\b/gi, '90 minutes'],
  [/\b(?:a )?quarter of an hour\b/gi, '15 minutes'],

  [/\b(?:class|group|team|overall|general) average(?= (?:for|of|in) )/gi, 'average'],

  // Units of two words.
  [/\b(?:square (?:met(?:er|re)s?|m)|sq\.? ?m)\b/gi, 'm2'],
  [/\bsquare (?:kilomet(?:er|re)s?|km)\b/gi, 'km2'],
  [/\b(\d[\d.,]* (?:minutes?|mins?|hours?|seconds?)) long\b/gi, '$1'],
  [/\b(\d[\d.,]* (?:kilos?|kilograms?|kg|pounds?|lbs?|grams?|tons?|tonnes?)) heavy\b/gi, '$1'],

  // How something was paid.
  [/\bnot paid (?=(?:by|with|via|using) \p{L})/giu, 'not '],
  [/\b(is|are|was|were) paid (?=(?:with|via|using) \p{L})/giu, '$1 '],
  [
    /\bpaid (?:by|in|with) (?=(?:a |the )?(?:card|cash|cheque|check|voucher|transfer|credit|debit|invoice)\b)/gi,
    'with ',
  ],

  [/\b(salary|salaries|wages?|fines?|fees?|rents?|tax|taxes|tips?|bonus|bonuses|deposits?|interest) paid\b/gi, '$1'],

  [/^(?:the |all |our |my )?(\p{L}{3,}s) by (?:the )?number of (\p{L}{3,})(?=[?.!]*$)/giu, 'number of $2 by $1'],

  // Who has none shall not count: those who have one do.
  [
    /\b(?:ignoring|leaving out|leave out|excluding|not counting|except(?: for)?|skipping|disregarding|apart from) (?:the )?(?:those|ones|anyone|anybody|everyone|people|rows|all) (?:without|with no|(?:that|who|which) (?:have|has|had) no|lacking) (?:an? |any )?/gi,
    'with a ',
  ],
  [/\bstill (?=(?:blank|missing|empty|unknown)\b)/gi, ''],
  [/\bhow many (?:were|are) given\s*\?*$/gi, 'how many'],
  [/\bstill (has|have|had) ([\p{L} ]+?) out\b/giu, '$1 $2 not returned'],
  [/\b(?:any|every)(?:thing|one|body) (?:that|who|which) (?:is|are|was|were)(?: not|n['’]?t)\b/gi, 'other than'],
  [/(?<!\b(?:has|have|had|be|been) )\bgrown (?=(?:in|at|on) )/gi, ''],

  // What somebody else found of it.
  [
    /\b(?:rated|scored|scoring|got|get|gets) (?:an? )?(?:perfect )?((?:over|above|under|below|at least|more than|less than|exactly) )?(\d+(?:\.\d+)?)( or (?:better|more|higher|less|lower|above|below|worse))? (?:on|at|by) (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)/gu,
    'with $4 rating $1$2$3',
  ],
  [/\b((?:PG|NC)-?\d\d|\p{Lu}{1,3})-rated\b/gu, '$1'],

  [
    /\b(?:ignoring|excluding|leaving out|except|except for|not counting|skipping) (?:(?:those|the ones|all|any|\p{L}+s|anyone|anybody) )?(?:(?:that|who|which) )?(?:without|with no|have no|has no)(?: an?| any)? /giu,
    'with a ',
  ],

  // Zeros that shall not count.
  [
    /\b(?:the )?(?:zeros|zeroes|zero values)(?: are| were| being)? (?:left out|excluded|ignored|omitted|not counted|aside|removed)\b/gi,
    'excluding zero',
  ],
  [
    /\b(?:no|without(?: the)?|ignoring(?: the)?|leaving out(?: the)?|leave out(?: the)?|excluding(?: the)?|skipping(?: the)?|not counting(?: the)?|minus the) (?:zeros|zeroes|zero values)\b/gi,
    'excluding zero',
  ],
  [/\b(?:that|which) (?:is|are|was|were)(?: not|n['’]?t) (?:zero|nil|0)\b/gi, 'excluding zero'],
  [/\b(?:non-?zero|not zero|other than zero)\b/gi, 'excluding zero'],
  [/\b(?:asks?|asked) for (?=the )/gi, 'has '],
  [/\b(?:put in|puts in|clocked up|racked up|ran up) (?=the |most)/gi, 'has '],
  [/\bcorr?ell?ation\b/gi, 'correlation'],
  [/^(.+), (?:summed|summed up|added up)\s*$/i, 'total $1'],
  [
    /^(?:what is |what was |what's )?(?:the )?(?:date|day) of (?:the |my |our )?(first|earliest|last|latest) /i,
    'when was the $1 ',
  ],

  [/\bby (?:the )?(?:time|date|day) of (?=\p{L})(?!(?:the )?(?:day|week|month|year)\b)/giu, 'by '],
  [/\b(?:exact|complete|full) duplicates?\b/gi, 'duplicates'],

  [/\bby (?:those|people|customers|guests|members|anyone|everyone|all) (?:who|that|which)\b/gi, 'for those who'],
  [
    /\b(?:entered|recorded|listed|logged|registered|typed in|keyed in|booked|counted|written down|put in) (?:twice|double|more than once|two times)\b/gi,
    'duplicates',
  ],
  [
    /\bhow (?:closely|strongly|much|well) (?:do|does|did) (?:the )?(.+?) (?:follow|track|depend on|go with|relate to|correlate with|vary with|change with)(?: the)? /gi,
    'correlation of $1 and ',
  ],
  [
    /\bwhat (?:fraction|proportion|part|portion|percentage|share) (?=(?:is|are|was|were|has|have|had|got|came|comes|come|needed|paid) )/gi,
    'what share ',
  ],
  [/\bwhat portion of\b/gi, 'what share of'],
  [/\b(way|means|method|mode)(s?) of (?:paying|payment)\b/gi, 'payment method$2'],

  [
    /^(?:i would like |i'd like |give me |show me )?(?:the )?(.+?),? (?:all )?(?:added|summed|totted|totalled|totaled)(?: up)?(?: together)?,? (?=(?:for|by|per|each|over|month|quarter|year|week|day)\b)/i,
    'total $1 ',
  ],
  [
    /\b(share|part|portion|fraction|proportion)\b(.*?),? (?:in|as) (?:an? )?(?:%|per ?cent(?:age)?)(?=\s*(?:[?.!,]|$))/gi,
    '$1$2',
  ],
  [/,? \b(?:one|a single) (?:figure|number|value|row|line) (for each|per|for every|each)\b/gi, ' $1'],
  [/\b(?:that |which )?(?:nobody|no one|no-one) has (\p{L}+) yet\b/giu, 'not $1'],
  [/\b(?:has |have |had )?run up (?=the |most)/gi, 'has '],
  [/\bstill (?=un\p{L}+)/giu, ''],
  [/\bw\/o /gi, 'without '],
  [/ \bon board\b/gi, ''],
  [/^i wonder (?:whether|if) [^.?!]*[.?!] (?=\p{L})/iu, ''],
  [
    / (?:in|at) (?:the|our|my) (?:club|company|firm|shop|store|school|library|gym|hotel|restaurant|clinic|practice|bakery|museum|garage|shelter|choir)(?=\s*[?.!]*$)/gi,
    '',
  ],
  [/\bdown to (?=(?:fewer|less|under|below|at most)\b)/gi, ''],
  [/^(?:the |our |my )?(\p{L}+) with the (?=\p{L}+est\b|most\b|least\b)/iu, 'which $1 has the '],

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
  // The best of it, whichever year that is. "the busiest month of the year" is another thing.
  [
    /(?<!\b(?:day|week|weekday|month|quarter|season|time|part|half|days|weeks|months|quarters|end|start|beginning|rest)) \bof the (?:whole |entire )?year\b(?! \d)/gi,
    '',
  ],
  [/\bon (?:this|the|our|my) (?:list|books|record)\b|\bon (?:record|file)\b|\bin (?:this|the) list\b/gi, ''],
  [/\b((?:\p{L}+est)|most \p{L}+|which|what) single (?=\p{L})/giu, '$1 '],
  [/\bsingle (?=(?:\p{L}+est|most)\b)/giu, ''],

  // Figures.
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
  // A draw is no chart.
  [/\b(?:end(?:ed|s)?|finish(?:ed|es)?|result(?:ed|s)?) in an? draw(?=\s*[?.!,]|$)/gi, 'were "draw"'],

  // Each, and over time.
  [/\b(?!(?:side|step|piece|little) )(\p{L}{3,}) by \1\b/giu, 'by $1'],
  [/\b(?:from )?(day|week|month|quarter|year) to \1\b/gi, 'by $1'],
  [/\b(?:over|through|across|throughout|down) the (day|week|month|quarter|year)s\b/gi, 'by $1'],
  [/\beach and every\b/gi, 'each'],
  [/\bon (?:what|which) (?:date|day)\b(?=\s*[?.!]*$)/gi, 'when'],
  [/^on (?:what|which) (?:date|day) (?=was |were |is )/i, 'which date '],
  [
    /,? and how (?:hot|cold|warm|long|big|high|low|old|large|expensive|much|many|tall|heavy|fast|deep) (?:was|is|were|are|did|does) (?:it|that|they)(?: (?:get|go|last|cost|take|weigh|become))?(?=\s*[?.!]*$)/gi,
    '',
  ],
  [
    /[,;] (?:the )?(?:tallest|highest|largest|biggest|longest|heaviest|oldest|best|top|most|fastest|hottest|richest|busiest)(?: [\p{L}]+)? (?:on top|at the top|first)(?=\s*[?.!]*$)/giu,
    '',
  ],

  // Days and years.
  [/(?<![\p{L}\d])['’]([0-4]\d)(?![\d\p{L}])/gu, '20$1'],
  [/(?<![\p{L}\d])['’]([5-9]\d)(?![\d\p{L}])/gu, '19$1'],
  [
    /\b(first|second|third|1st|2nd|3rd) (and|to|or|with|versus|vs) (?:the )?(second|third|fourth|last|2nd|3rd|4th) (quarter|half)((?: of| in)? (?:19|20)\d\d)?/gi,
    '$1 $4$5 $2 $3 $4$5',
  ],
  [
    /\b(first|second|third|1st|2nd|3rd) (quarter|half)((?: of| in)? (?:19|20)\d\d)? (and|to|with|versus|vs) (?:the )?(second|third|fourth|2nd|3rd|4th)(?= of| in|\s*[?.!,]|$)(?! (?:quarter|half))/gi,
    '$1 $2$3 $4 $5 $2$3',
  ],
  [
    new RegExp(
      String.raw`\b(?:the )?first week of (${months})\b(,? (?:of )?(?:19|20)\d\d)(?:,? (?:the )?1(?:st)? (?:to|-|–) (?:the )?7(?:th)?)?`,
      'gi',
    ),
    '1 $1$2 to 7 $1$2',
  ],
  [/\b(?:the )?(?:spring|springtime)(?: of)? ((?:19|20)\d\d)\b/gi, 'March $1 to May $1'],
  [/\b(?:the )?(?:summer|summertime)(?: of)? ((?:19|20)\d\d)\b/gi, 'June $1 to August $1'],
  [/\b(?:the )?(?:autumn|fall)(?: of)? ((?:19|20)\d\d)\b/gi, 'September $1 to November $1'],
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
