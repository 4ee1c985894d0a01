/** One line about a statement, for a card: "Query SELECT region, sum(amount) FROM 'sales.csv' …". */
export function sqlTitle(verb: string, sql: string): string {
  const line = sql.replace(/\s+/g, ' ').trim()
  return `${verb} ${line.length > 120 ? `${line.slice(0, 120)}…` : line}`
}
