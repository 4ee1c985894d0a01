const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/** Days, years and steps of time, and the plain words for them, as in `everyday-phrases.ts`. */
export const datePhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  // Each, and over time.
  [/\b(?!(?:side|step|piece|little) )(\p{L}{3,}) by \1\b/giu, 'by $1'],
  [/\b(?:from )?(day|week|month|quarter|year) to \1\b/gi, 'by $1'],
  [/\b(?:over|through|across|throughout|down) the (day|week|month|quarter|year)s\b/gi, 'by $1'],
  [/\beach and every\b/gi, 'each'],
  [/\bon (?:what|which) (?:date|day)\b(?=\s*[?.!]*$)/gi, 'when'],
  [/^on (?:what|which) (?:date|day) (?=was |were |is )/i, 'which date '],

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
]
