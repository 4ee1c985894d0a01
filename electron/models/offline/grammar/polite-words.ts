/** Said before a question without changing it. */
export const politeWords: readonly string[] = [
  'please',
  'can you',
  'could you',
  'would you',
  'will you',
  'i want you to',
  'i would like you to',
  'tell me',
  'let me know',
]
