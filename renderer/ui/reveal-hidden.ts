/** A stretch of text and how it may be shown. `text` of all parts joined is the original, character for character. */
export type RevealedPart =
  /** Nothing hidden: visible characters, single spaces, line breaks and indentation. */
  | { readonly kind: 'plain'; readonly text: string }
  /** Blank but harmless by itself: tabs, runs of spaces, spaces at a line's end, many empty lines. */
  | { readonly kind: 'blank'; readonly text: string; readonly shown: string; readonly name: string }
  /** Characters a reader cannot see, or that change how the rest is drawn. */
  | { readonly kind: 'hidden'; readonly text: string; readonly shown: string; readonly name: string }
  /** Visible, but looks like something else: letters of another script inside a word, a slash that is none. */
  | { readonly kind: 'lookalike'; readonly text: string; readonly shown: string; readonly name: string }

/**
 * Cuts text so that everything in it can be seen.
 *
 * Stops the attack in which what is approved is not what is read: content pushed out of view by blanks, reordered by
 * direction overrides, erased by terminal codes, or spelled with letters that only look alike.
 */
export function revealHidden(text: string): readonly RevealedPart[] {
  const parts: RevealedPart[] = []
  let end = 0
  for (const match of text.matchAll(suspicious)) {
    const part = describe(match[0], text, match.index)
    if (part === undefined) continue
    if (match.index > end) parts.push({ kind: 'plain', text: text.slice(end, match.index) })
    parts.push(part)
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ kind: 'plain', text: text.slice(end) })
  return parts
}

/** Longer runs are counted in words instead of drawn, so that they push nothing out of view. */
const longestDrawnRun = 40

/** Spaces before a line's first word hide nothing, unless there are so many that the line looks empty. */
const deepestIndentation = 16

const terminalCode = String.raw`\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])`
// Format, control, unassigned and private characters, unusual spaces, what Unicode itself calls ignorable, and the
// few that are drawn as nothing though their category says otherwise.
const invisible = String.raw`[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFFC\u{1D159}\u{13441}\u{16FE4}]|(?! )\p{Zs}`
const lookalikeSigns: Readonly<Record<string, string>> = {
  '\u037e': ';',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2212': '-',
  '\u02d7': '-',
  '\u2044': '/',
  '\u2215': '/',
  '\u29f8': '/',
  '\u2024': '.',
  '\u02d0': ':',
  '\ua789': ':',
  '\u2236': ':',
  '\u01c0': '|',
  '\u2223': '|',
  '\u02cb': '`',
  '\u1fef': '`',
  '\u02dc': '~',
  '\u223c': '~',
}

const suspicious = new RegExp(
  [
    terminalCode,
    String.raw`\n{4,}`,
    String.raw`\t+`,
    String.raw` {2,}| (?=\n|$)`,
    String.raw`(?!\n)(?:${invisible})`,
    String.raw`\p{M}{4,}`,
    `[${Object.keys(lookalikeSigns).join('')}]`,
    String.raw`(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}])(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{M}])*`,
  ].join('|'),
  'gu',
)

function describe(found: string, text: string, at: number): RevealedPart | undefined {
  const first = found.codePointAt(0) ?? 0
  if (first === 0x1b && found.length > 1) {
    return { kind: 'hidden', text: found, shown: drawn(found), name: 'a code that changes what a terminal shows' }
  }
  if (first === 0x0a) {
    return { kind: 'blank', text: found, shown: `↵ ${found.length - 1} empty lines\n`, name: 'empty lines' }
  }
  if (first === 0x09) return blanks(found, '⇥', found.length === 1 ? 'a tab' : `${found.length} tabs`)
  if (first === 0x20) {
    const isAtEnd = at + found.length === text.length || text[at + found.length] === '\n'
    const isAtStart = at === 0 || text[at - 1] === '\n'
    if (isAtStart && !isAtEnd && found.length <= deepestIndentation) return undefined
    const where = isAtEnd ? ' at the end of a line' : ''
    return blanks(found, '·', found.length === 1 ? `a space${where}` : `${found.length} spaces${where}`)
  }
  if (/\p{M}{4,}/u.test(found)) {
    const shown = found.replace(
      /\p{M}{4,}/gu,
      (marks) => `${codePoint(marks.codePointAt(0) ?? 0)}×${Array.from(marks).length}`,
    )
    return { kind: 'hidden', text: found, shown, name: 'marks piled onto one letter' }
  }
  const sign = lookalikeSigns[found]
  if (sign !== undefined) {
    return {
      kind: 'lookalike',
      text: found,
      shown: `${found}${codePoint(first)}`,
      name: `looks like “${sign}” and is not`,
    }
  }
  if (/^[\p{L}\p{N}]/u.test(found) && !ignorable.test(found)) return describeWord(found)
  return { kind: 'hidden', text: found, shown: drawn(found), name: nameOf(first) }
}

function blanks(text: string, sign: string, name: string): RevealedPart {
  const shown = text.length > longestDrawnRun ? `${sign} ${name} ${sign}` : sign.repeat(text.length)
  return { kind: 'blank', text, shown, name }
}

const ignorable = /\p{Default_Ignorable_Code_Point}/u

// Cyrillic and Greek letters drawn like a Latin one.
const drawnLikeLatin = /^[аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανѵ]{2,}$/u
// Full-width forms and mathematical alphabets: ASCII in disguise.
const disguisedAscii = /[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/u

function describeWord(word: string): RevealedPart | undefined {
  if (/^[\p{ASCII}]*$/u.test(word)) return undefined
  const scripts = knownScripts.filter(({ letters }) => letters.test(word)).map(({ name }) => name)
  if (scripts.includes('Latin') && scripts.length > 1) {
    const odd = Array.from(word).find((letter) => !/[\p{Script=Latin}\p{N}\p{M}]/u.test(letter)) ?? word
    const name = `mixes ${scripts.join(' and ')} letters: “${odd}” is ${codePoint(odd.codePointAt(0) ?? 0)}`
    return { kind: 'lookalike', text: word, shown: word, name }
  }
  if (disguisedAscii.test(word)) {
    return { kind: 'lookalike', text: word, shown: word, name: `looks like “${word.normalize('NFKC')}” and is not` }
  }
  if (drawnLikeLatin.test(word)) {
    return { kind: 'lookalike', text: word, shown: word, name: `all ${scripts.join('')} letters that look Latin` }
  }
  return undefined
}

const knownScripts = [
  { name: 'Latin', letters: /\p{Script=Latin}/u },
  { name: 'Cyrillic', letters: /\p{Script=Cyrillic}/u },
  { name: 'Greek', letters: /(?!µ)\p{Script=Greek}/u },
  { name: 'Armenian', letters: /\p{Script=Armenian}/u },
  { name: 'Cherokee', letters: /\p{Script=Cherokee}/u },
  { name: 'Coptic', letters: /\p{Script=Coptic}/u },
  { name: 'Lisu', letters: /\p{Script=Lisu}/u },
]

/** Control characters by their ASCII names, every other invisible one by its number. */
function drawn(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code === 0x7f) return 'DEL'
    return controlNames[code] ?? (code < 0x7f ? character : codePoint(code))
  }).join('')
}

const controlNames =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  )

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function nameOf(code: number): string {
  if (code === 0x0d) return 'a carriage return: a terminal would overwrite the line'
  if (code === 0x08) return 'a backspace: a terminal would erase what stands before'
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return 'a control character'
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return 'a change of reading direction'
  if (code === 0x200e || code === 0x200f || code === 0x061c) return 'a mark of reading direction'
  if ((code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) return 'a character without width'
  if (code >= 0xd800 && code <= 0xdfff) return 'half a character'
  if (/\p{Zs}/u.test(String.fromCodePoint(code))) return 'an unusual space'
  return 'an invisible character'
}
