const writtenDown =
  '(?:named|given|known|recorded|stated|noted|filled in|filled out|available|entered|written down|measured|logged|documented|specified|provided|put down)'

/** What was not written down, is not so yet, or shall not count, and the plain words for it, as in `everyday-phrases.ts`. */
export const missingPhrases: readonly (readonly [said: RegExp, plain: string])[] = [
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

  // What is not so yet, or no longer.
  [/\bno longer (?=\p{L}+ing\b)/giu, 'not '],
  [/\bstill (?:out|not (?:back|returned)|on loan|borrowed|lent out)\b/gi, 'not returned'],
  [/\bnot (?:been )?(?:back|in) yet\b/gi, 'not returned'],

  // Who has none shall not count: those who have one do.
  [
    /\b(?:ignoring|leaving out|leave out|excluding|not counting|except(?: for)?|skipping|disregarding|apart from) (?:the )?(?:those|ones|anyone|anybody|everyone|people|rows|all) (?:without|with no|(?:that|who|which) (?:have|has|had) no|lacking) (?:an? |any )?/gi,
    'with a ',
  ],
  [/\bstill (?=(?:blank|missing|empty|unknown)\b)/gi, ''],
  [/\bstill (has|have|had) ([\p{L} ]+?) out\b/giu, '$1 $2 not returned'],
  [/\b(?:any|every)(?:thing|one|body) (?:that|who|which) (?:is|are|was|were)(?: not|n['’]?t)\b/gi, 'other than'],
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

  // Not yet, and without.
  [/\b(?:that |which )?(?:nobody|no one|no-one) has (\p{L}+) yet\b/giu, 'not $1'],
  [/\bstill (?=un\p{L}+)/giu, ''],
  [/\bw\/o /gi, 'without '],
]
