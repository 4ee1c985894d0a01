import { plainText } from '../markdown.ts'

/** Words of a document as a quotation, exactly as they stand: nothing in them acts as markup. */
export function quote(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `> ${plainText(line)}`.trimEnd())
    .join('\n')
}
