/** Times and units in several words, and the plain ones, as in `everyday-phrases.ts`. */
export const unitPhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  [/\bhalf an hour\b/gi, '30 minutes'],
  [/\b(?:an|one) hour and a half\b/gi, '90 minutes'],
  [/\b(?:a )?quarter of an hour\b/gi, '15 minutes'],
  [/\b(?:square (?:met(?:er|re)s?|m)|sq\.? ?m)\b/gi, 'm2'],
  [/\bsquare (?:kilomet(?:er|re)s?|km)\b/gi, 'km2'],
  [/\b(\d[\d.,]* (?:minutes?|mins?|hours?|seconds?)) long\b/gi, '$1'],
  [/\b(\d[\d.,]* (?:kilos?|kilograms?|kg|pounds?|lbs?|grams?|tons?|tonnes?)) heavy\b/gi, '$1'],
]
