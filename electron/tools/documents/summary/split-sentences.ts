/** The sentences of running text, each with the mark that ends it; what follows the last mark is left out. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && endsAbbreviation(text.slice(start, match.index))) continue
    sentences.push(text.slice(start, end).trim())
    start = end
  }
  return sentences
}

/** A mark, with the quotes and brackets that close there, before a new beginning or the end. */
const sentenceEnd = /[.!?…]+["'”’)\]»]*(?=\s+["'“‘(«[]*[\p{Lu}\p{N}\p{Lo}]|\s*$)|[。！？]/gu

/** Words that are written with a full stop inside a sentence. Add those of a language here. */
const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof st no nos vs etc inc ltd co corp fig figs eq sec ch vol pp p ed eds al ca approx dept est
   jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun e.g i.e cf viz resp
   z.b d.h u.a bzw usw nr abs art bspw evtl ggf inkl zzgl vgl av`.split(/\s+/),
)

/** Initials are single letters; "e.g" has its own stops inside. */
function endsAbbreviation(before: string): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? ''
  return /^\p{Lu}$/u.test(word) || /(^|\.)\p{L}$/u.test(word) || abbreviations.has(word.toLowerCase())
}
