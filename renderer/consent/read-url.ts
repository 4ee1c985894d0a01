/** A request's address taken apart, so that what decides (the host) cannot hide among what does not. */
export type ReadUrl =
  | {
      readonly kind: 'url'
      readonly scheme: string
      /** Name and password before the host: a classic way to make one address look like another. */
      readonly account: string
      readonly host: string
      /** The host as it would be drawn in its own script, when it is an international name. */
      readonly hostInWords: string | undefined
      readonly port: string
      readonly path: string
      readonly query: readonly { readonly name: string; readonly value: string }[]
      readonly fragment: string
    }
  | { readonly kind: 'unreadable'; readonly text: string }

/** Path, query and fragment are decoded once: what the server will understand. */
export function readUrl(text: string): ReadUrl {
  if (!URL.canParse(text)) return { kind: 'unreadable', text }
  const url = new URL(text)
  return {
    kind: 'url',
    scheme: url.protocol,
    account: decode(url.password === '' ? url.username : `${url.username}:${url.password}`),
    host: url.hostname,
    hostInWords: hostInWords(url.hostname),
    port: url.port,
    path: decode(url.pathname),
    query: [...url.searchParams].map(([name, value]) => ({ name, value })),
    fragment: decode(url.hash),
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function hostInWords(host: string): string | undefined {
  if (!host.split('.').some((label) => label.startsWith('xn--'))) return undefined
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label))
    .join('.')
}

/** Punycode as RFC 3492 section 6.2 decodes it. What is not valid stays as it is. */
function decodePunycode(encoded: string): string {
  const at = encoded.lastIndexOf('-')
  const output = Array.from(at > 0 ? encoded.slice(0, at) : '', (letter) => letter.codePointAt(0) ?? 0)
  let index = 0
  let code = 128
  let bias = 72
  let rest = encoded.slice(at > 0 ? at + 1 : 0)
  while (rest !== '') {
    const from = index
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = parseInt(rest.charAt(0), 36)
      if (Number.isNaN(digit)) return `xn--${encoded}`
      rest = rest.slice(1)
      // Letters count 0 to 25 and digits 26 to 35, the other way round than in base 36.
      const value = digit < 10 ? digit + 26 : digit - 10
      index += value * weight
      const threshold = Math.min(26, Math.max(1, k - bias))
      if (value < threshold) break
      weight *= 36 - threshold
    }
    const length = output.length + 1
    bias = adapt(index - from, length, from === 0)
    code += Math.floor(index / length)
    index %= length
    if (code > 0x10ffff) return `xn--${encoded}`
    output.splice(index, 0, code)
    index += 1
  }
  return String.fromCodePoint(...output)
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : Math.floor(delta / 2)
  rest += Math.floor(rest / length)
  let k = 0
  while (rest > 455) {
    rest = Math.floor(rest / 35)
    k += 36
  }
  return k + Math.floor((36 * rest) / (rest + 38))
}
