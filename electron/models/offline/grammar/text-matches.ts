/** How a text may fit, upper and lower case alike. */
export type TextMatch = 'contains' | 'starts' | 'ends'

/** A text follows them. */
export const textMatches: Readonly<Record<string, TextMatch>> = {
  contains: 'contains',
  contain: 'contains',
  containing: 'contains',
  includes: 'contains',
  including: 'contains',
  'starts with': 'starts',
  'start with': 'starts',
  'starting with': 'starts',
  'begins with': 'starts',
  'begin with': 'starts',
  'beginning with': 'starts',
  'ends with': 'ends',
  'end with': 'ends',
  'ending with': 'ends',
  'ends in': 'ends',
  'ending in': 'ends',
}

/** May stand between a text match and its text: "containing the word x". */
export const textMatchFillers: readonly string[] = ['the', 'word', 'words', 'text', 'letter', 'letters', 'a', 'an']
