const degree = '(?:strongly|closely|tightly|well|much|far|highly|clearly|directly|strong|close|tight)'
const linked = '(?:correlated|related|linked|connected|associated|tied|coupled)'
const more =
  '(?:higher|lower|bigger|smaller|larger|greater|longer|shorter|more|less|warmer|colder|hotter|heavier|lighter|older|younger|faster|slower|better|worse)'
const rises =
  '(?:go|goes|going) (?:up|down)|rise|rises|fall|falls|increase|increases|decrease|decreases|grow|grows|drop|drops|climb|climbs|shrink|shrinks'
const column = String.raw`(?:the |our |its |their )?([\p{L}_][\p{L}\p{N}_ -]*?)`
/** Said once more behind the question: "Give me the correlation." */
const again = String.raw`(?:[\s,;:.?!–-]+(?:and )?(?:(?:give|show|tell|compute|calculate|work out) )?(?:me |us )?(?:what is |what's )?(?:the |a |its |their )?correlation(?: coefficient)?(?: of (?:them|the two|both))?)?[\s.?!]*$`

/** Questions whether two columns go together, and the plain words for them, before all others. */
export const relationPhrases: readonly (readonly [said: RegExp, plain: string])[] = [
  `how ${degree} (?:is|are|was|were) ${column} (?:and|with) ${column} ${linked}(?: (?:to|with) (?:each other|one another))?`,
  `how ${degree} (?:is|are|was|were) ${column} ${linked} (?:with|to|and) ${column}`,
  `(?:is|are|was|were) ${column} and ${column} (?:${degree} )?${linked}(?: (?:to|with) (?:each other|one another))?`,
  `(?:is|are|was|were) ${column} (?:${degree} )?${linked} (?:with|to) ${column}`,
  `(?:do|does|did) ${column} (?:${rises}) (?:together )?(?:with|alongside) ${column}`,
  `(?:do|does|did) ${column} (?:${rises}) (?:when|as|if|whenever) ${column} (?:${rises}|(?:do|does|did)(?: so)?)`,
  `(?:is|are|was|were) ${column} ${more} (?:when|as|if|where|whenever) ${column} (?:is|are|was|were|gets?)(?: ${more})?`,
  `(?:do|does|did) (?:an? )?${more} ${column} (?:go|goes|come|comes) (?:along |together |hand in hand )?with (?:an? )?${more} ${column}`,
].map((form) => [new RegExp(`^(?:and )?${form}${again}`, 'iu'), 'correlation of $1 and $2'])
