import { carryingVerbs } from './carrying-verbs.ts'
import { qualityVerbs } from './quality-verbs.ts'
import { stopWords } from './stop-words.ts'

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

  // What only begins a sentence, and who it is about.
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

  // Questions in two parts.
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

  // Other ways to say it.
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
  [/\b(?:class|group|team|overall|general) average(?= (?:for|of|in) )/gi, 'average'],
  [/\bhow many (?:were|are) given\s*\?*$/gi, 'how many'],
  [/(?<!\b(?:has|have|had|be|been) )\bgrown (?=(?:in|at|on) )/gi, ''],
  [/^(.+), (?:summed|summed up|added up)\s*$/i, 'total $1'],
  [
    /^(?:what is |what was |what's )?(?:the )?(?:date|day) of (?:the |my |our )?(first|earliest|last|latest) /i,
    'when was the $1 ',
  ],
  [/\bby (?:the )?(?:time|date|day) of (?=\p{L})(?!(?:the )?(?:day|week|month|year)\b)/giu, 'by '],
  [/\bby (?:those|people|customers|guests|members|anyone|everyone|all) (?:who|that|which)\b/gi, 'for those who'],
  [
    /^(?:i would like |i'd like |give me |show me )?(?:the )?(.+?),? (?:all )?(?:added|summed|totted|totalled|totaled)(?: up)?(?: together)?,? (?=(?:for|by|per|each|over|month|quarter|year|week|day)\b)/i,
    'total $1 ',
  ],
  [/^i wonder (?:whether|if) [^.?!]*[.?!] (?=\p{L})/iu, ''],
]
