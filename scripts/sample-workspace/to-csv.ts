/** Records as CSV with a header; missing values are empty fields. */
export function toCsv(records: readonly Readonly<Record<string, string | number | null>>[]): string {
  const names = Object.keys(records[0] ?? {})
  const lines = records.map((record) => names.map((name) => field(record[name] ?? null)).join(','))
  return `${[names.join(','), ...lines].join('\n')}\n`
}

function field(value: string | number | null): string {
  const text = String(value ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
