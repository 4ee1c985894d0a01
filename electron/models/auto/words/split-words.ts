/**
 * A text as the words and signs it consists of, in small letters and without accents, which people leave out; marks that
 * are parts of letters elsewhere stay. Chinese, Japanese and Korean come character by character.
 */
export function splitWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
  return plain.replaceAll('’', "'").match(pieces) ?? []
}

const pieces =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])[\p{L}\p{M}\p{N}_])+|[^\s\p{L}\p{M}\p{N}_]/gu
