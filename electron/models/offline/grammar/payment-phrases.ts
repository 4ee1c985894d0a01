/** How something was paid, and the plain words for it, as in `everyday-phrases.ts`. */
export const paymentPhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  [/\bnot paid (?=(?:by|with|via|using) \p{L})/giu, 'not '],
  [/\b(is|are|was|were) paid (?=(?:with|via|using) \p{L})/giu, '$1 '],
  [
    /\bpaid (?:by|in|with) (?=(?:a |the )?(?:card|cash|cheque|check|voucher|transfer|credit|debit|invoice)\b)/gi,
    'with ',
  ],
  [/\b(salary|salaries|wages?|fines?|fees?|rents?|tax|taxes|tips?|bonus|bonuses|deposits?|interest) paid\b/gi, '$1'],
  [/\b(way|means|method|mode)(s?) of (?:paying|payment)\b/gi, 'payment method$2'],
]
