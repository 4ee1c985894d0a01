import path from 'node:path'

/** The path itself while nothing stands there, else with the first free number: `a.md`, `a-2.md`, `a-3.md`. */
export async function freeName(wanted: string, exists: (path: string) => Promise<boolean>): Promise<string> {
  const { dir, name, ext } = path.posix.parse(wanted)
  for (let number = 1; ; number++) {
    const candidate = path.posix.join(dir, number === 1 ? `${name}${ext}` : `${name}-${number}${ext}`)
    if (!(await exists(candidate))) return candidate
  }
}

/**
 * A name any system can hold, from whatever was asked: folders, control characters, what Windows forbids and leading
 * dots go; without an ending it becomes Markdown.
 */
export function toFileName(asked: string): string {
  const last = asked.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const safe =
    clean === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean) ? `report${clean && `-${clean}`}` : clean
  return path.posix.extname(safe) === '' ? `${safe}.md` : safe
}
