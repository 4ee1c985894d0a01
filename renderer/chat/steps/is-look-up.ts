/**
 * Whether a statement only finds out what a later one can be asked: which values there are, what rows look like, whether
 * two files fit together. Everything else computes something an answer may stand on. Known by its form; where in doubt,
 * it is none.
 */
export function isLookUp(sql: string): boolean {
  const statement = sql.replaceAll(/\s+/g, ' ').trim()
  return forms.some((form) => form.test(statement)) && !computed.test(statement)
}

const forms: readonly RegExp[] = [
  // The values of columns, each once.
  /^(?!.*(?: group by |\bcount ?\(|\bmax ?\())\(*select\b(?:| .*\bselect) distinct\b/i,
  // A few whole rows, to see their form.
  /^select \* from (?:'[^']*'|"[^"]*"|\w+) limit [1-5]$/i,
  // How often a key stands twice, and how many rows find their partner.
  /^(?!.* group by )(?=.*\bcount\(distinct\b)(?=.*\bin \(select\b)select \(select count\(/i,
  // How many rows the fullest group holds.
  /^select max\([^()]*\)(?:, max\([^()]*\))* from \( ?select count\(/i,
]

const computed = /\b(?:sum|avg|median|quantile_cont|stddev|stddev_samp|corr|min)\s*\(/i
