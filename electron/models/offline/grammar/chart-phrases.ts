/** Kinds of charts, and the plain words for them, as in `everyday-phrases.ts`. */
export const chartPhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  [/\bthe (?:dot|scatter) (?:chart|plot)\b/gi, 'the scatter plot'],
  [
    /,? ?(?:drawn |shown |plotted )?as (?:a )?(line|bar|column|pie|histogram|scatter|dot)s?(?= ?(?:[?.!,]|$))/gi,
    ' as a $1 chart',
  ],
  [/^(line|bars?|pie)(?: of|:) /i, '$1 chart of '],
]
