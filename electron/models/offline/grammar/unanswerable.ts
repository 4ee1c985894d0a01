export type Unanswerable = 'cause' | 'forecast' | 'opinion' | 'writing'

/**
 * What no table answers, by how a question begins: told at once instead of a figure that was not asked for. The first
 * that fits wins. Text comes without a final mark.
 */
export const unanswerablePatterns: readonly { readonly what: Unanswerable; readonly pattern: RegExp }[] = [
  {
    what: 'cause',
    pattern:
      /^(but |and |so )?(why|how come|what (caused|causes|explains|drives|drove|led to)|what('s| is| was| were| are) the (reasons?|causes?)|explain why|tell me why)\b/i,
  },
  {
    what: 'forecast',
    pattern:
      /^((please |can you |could you )*(forecast|predict|extrapolate|guess|anticipate)|what('ll| will| would| is going to)|how (much|many) .*\bwill\b|(which|who|when|where) .*\bwill\b|will )/i,
  },
  {
    what: 'forecast',
    pattern: /\b(next (year|month|quarter|week|decade)|in the (near )?future|tomorrow)$/i,
  },
  {
    what: 'opinion',
    pattern:
      /^((what |which |who |where |how )?(.* )?should (i|we|they|he|she|it)\b|should |(.* )?do you (think|believe|like|prefer|recommend|suggest)\b|(please )?(recommend|suggest|advise)|is it (a )?(good|bad|worth|wise|fair|smart)|what('s| is) your (opinion|favou?rite|advice|view))/i,
  },
  {
    what: 'writing',
    pattern:
      /^(please |can you |could you |now )*(delete|remove|drop|erase|update|insert|add|append|edit|rename|modify|overwrite|replace|merge|clean|truncate|move|upload|email|mail|send) (?!up\b).*\b(rows?|records?|columns?|files?|tables?|sheets?|cells?|lines?|entr(y|ies)|duplicates?|data|values?|folder|\w+\.\w{2,7}|to)\b/i,
  },
  {
    what: 'writing',
    pattern:
      /^(please |can you |could you |now )*(change|set|correct|fix|increase|decrease|double|round) (?!(of|in|from)\b)(the |all |every |this |my )?.+ (to|by) (?!(days?|weeks?|months?|quarters?|years?|side)\b)\S+/i,
  },
  {
    what: 'writing',
    pattern: /^(please |can you |could you |now )*(cancel|rebook|reschedule|unsubscribe|reassign) \S/i,
  },
]

/** What is said instead. */
export const unanswerableSentences: Readonly<Record<Unanswerable, string>> = {
  cause:
    'I can tell what the figures are, not why they are so: a cause is not in a table. I can show where and when they differ.',
  forecast: 'I do not forecast: your files hold what was, and I only compute from that. I can show how it went so far.',
  opinion: 'I have no opinions and give no advice. I can put the figures side by side that you would decide by.',
  writing: 'I only read your files and never change them. I can show exactly the rows you mean.',
}
