/**
 * A file name as it may be shown in a sentence: control characters, line ends, bidi overrides and invisible characters
 * become `\u{…}`, so that a name can neither fake a second line nor reorder or hide what stands beside it.
 */
export function visibleName(name: string): string {
  return name.replace(unseen, (character) => escapes[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`)
}

// Cc control, Cf format (bidi, zero width, soft hyphen), Zl and Zp line and paragraph separators, Cs lone surrogates,
// Co private use, and the blanks that look like an ordinary one or like nothing.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u115F\u1160\u3164\uFFA0\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu
const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
