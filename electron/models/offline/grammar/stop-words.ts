/** Words that carry no meaning for a question over a table. A word that is nowhere in the grammar stops the answer. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the this that these those is are was were be been being has have had do does did
   i me my we us our you your it its they their there here please can could would will shall
   what which who whose whom when give tell show list find get calculate compute work out see want know like need
   and or of to at as with all any some s value values column columns table tables data file files dataset
   made make came come sold sell selling bought buy happened look looks much many find display overall
   return returned together altogether same just about`.split(/\s+/),
)
