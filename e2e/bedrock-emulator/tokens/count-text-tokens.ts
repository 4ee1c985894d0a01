import { decode, encode } from 'gpt-tokenizer/encoding/o200k_base'

/**
 * Tokens of a text by the public o200k vocabulary. No Claude or Nova tokenizer is public; this is a real one that the
 * app's estimator shares nothing with. Counts are remembered by text, so a prompt that repeats thousands of messages
 * costs a look-up for each.
 */
export function countTextTokens(text: string): number {
  if (text === '') return 0
  const known = remembered.get(text)
  if (known !== undefined) return known
  const count = textTokens(text).length
  remember(text, count)
  return count
}

/** The text of the first `maxTokens` tokens. */
export function cutToTokens(text: string, maxTokens: number): string {
  const tokens = textTokens(text)
  return tokens.length <= maxTokens ? text : decode(tokens.slice(0, maxTokens))
}

/** Words the vocabulary reserves for itself are plain text here. */
const options = { disallowedSpecial: new Set<string>() }

/** Time to encode grows with the square of an unbroken run, so that a run is cut long before it hurts. */
const longRun = /\S{200}|\s{200}/gu

function textTokens(text: string): number[] {
  return text
    .replace(longRun, `$&${cut}`)
    .split(cut)
    .flatMap((part) => encode(part, options))
}

/** A non-character, which no text to be exchanged may hold. */
const cut = '\uffff'

const remembered = new Map<string, number>()
const maxRememberedCharacters = 64 * 1024 * 1024
let rememberedCharacters = 0

function remember(text: string, count: number): void {
  if (rememberedCharacters + text.length > maxRememberedCharacters) {
    remembered.clear()
    rememberedCharacters = 0
  }
  remembered.set(text, count)
  rememberedCharacters += text.length
}
