/** Verbs of making and using up, with the words of the columns that say how much of it was made or used. */
export const yields: readonly { readonly verbs: readonly string[]; readonly nouns: readonly string[] }[] = [
  {
    verbs: ['produce', 'produced', 'generate', 'generated', 'made', 'yield', 'yielded'],
    nouns: ['output', 'production', 'produced', 'generation', 'generated', 'yield'],
  },
  { verbs: ['use', 'used', 'consume', 'consumed'], nouns: ['use', 'usage', 'used', 'consumption', 'consumed'] },
  { verbs: ['exported'], nouns: ['export', 'exported'] },
  { verbs: ['imported'], nouns: ['import', 'imported'] },
]
