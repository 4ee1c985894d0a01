/** No chunk of a chat is this long; a server that never ends its line must not fill the memory. */
const maxLineLength = 16_000_000

/**
 * The `data:` lines of a server-sent event stream, as they come; comments, names and blank lines are skipped, and a
 * last line without its line break is dropped, since it may be half a line.
 */
export async function* readServerEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true })
    let start = 0
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n', start)) {
      const line = rest.slice(start, end)
      start = end + 1
      if (line.startsWith('data:')) yield line.slice('data:'.length).trim()
    }
    rest = rest.slice(start)
    if (rest.length > maxLineLength) throw new Error('A line of the event stream does not end.')
  }
}
