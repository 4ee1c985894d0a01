/** The kinds of things a person's words can say about the work. */
export const concepts = [
  'social',
  'goOn',
  'lookup',
  'transform',
  'brief',
  'compose',
  'analyse',
  'compare',
  'explain',
  'build',
  'design',
  'prove',
  'decide',
  'debug',
  'review',
  'effect',
  'law',
  'health',
  'security',
  'money',
  'stakes',
  'thorough',
  'wrong',
] as const
export type Concept = (typeof concepts)[number]

/**
 * One language's words for each concept, separated by commas; case and accents do not matter. A word stands for itself,
 * `plan*` for every word that begins so. Chinese, Japanese and Korean, which glue words together, are found anywhere;
 * Hindi and Arabic with any ending, Arabic also behind «and», «in» and «the».
 */
export type WordTable = Readonly<Record<Concept, string>>
