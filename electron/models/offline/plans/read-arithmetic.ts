/**
 * The calculation a question asks for, in the calculator's own writing; null when it asks for none. Only numbers,
 * operators and a few words pass, and there must be something to compute.
 */
export function readArithmetic(question: string): string | null {
  let text = question
    .toLowerCase()
    .replace(
      /^(please |can you |could you )*(what('s| is| are)|how much (is|are|does)|calculate|compute|work out|evaluate|solve)\b/,
      '',
    )
    .replace(/[=?]\s*$/, '')
  for (const [pattern, written] of operatorWords) text = text.replaceAll(pattern, written)
  // "17.5 % of 2340" before a lone percent sign, which mathematics knows only as a remainder.
  text = text
    .replaceAll(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replaceAll(/(\d+(?:\.\d+)?)\s*% of\b/g, '$1 / 100 *')
    .replaceAll(/(\d+(?:\.\d+)?)\s*%(?!\s*[\d(])/g, '($1 / 100)')
    .trim()
  const bare = text.replaceAll(/\b(sqrt|abs|round|log10|log2|log|exp|sin|cos|tan|pi)\b/g, '')
  const isArithmetic = /^[\d\s.+\-*/^()%,]*$/.test(bare) && /\d/.test(text)
  const hasOperation = /[\d)]\s*[+\-*/^%]+\s*[\d(-]|[a-z]\(|[\d)]\s*[+\-*/^]\s*[a-z]/.test(text)
  return isArithmetic && hasOperation && !/\d{4}-\d{2}-\d{2}/.test(text) ? text.replaceAll(/\s+/g, ' ') : null
}

const operatorWords: readonly (readonly [RegExp, string])[] = [
  [/\bplus\b/g, '+'],
  [/\bminus\b/g, '-'],
  [/\b(times|multiplied by)\b/g, '*'],
  [/\b(divided by|over)\b/g, '/'],
  [/\bto the power of\b/g, '^'],
  [/\bsquared\b/g, '^2'],
  [/\b(per ?cent|percent)\b/g, '%'],
  [/\b(the )?square root of (\d+(?:\.\d+)?)/g, 'sqrt($2)'],
  [/×|·/g, '*'],
  [/÷|:/g, '/'],
  [/−|–/g, '-'],
]
