import type { GuardedResponse } from '../../sandbox/guarded-fetch.ts'
import type { HtmlToMarkdown } from './html-to-markdown.ts'

/** Beyond this a page is shown as it is: turning it into Markdown would hold up the app. */
const maxHtmlBytes = 1_000_000

/** A response's body as words for a model, at most `maxCharacters`; binary ones are named and not shown. */
export function responseText(
  response: GuardedResponse,
  { toMarkdown, maxCharacters }: { readonly toMarkdown: HtmlToMarkdown; readonly maxCharacters: number },
): string {
  const { body } = response
  if (body.length === 0) return '(The body is empty.)'
  const contentType = response.headers['content-type'] ?? ''
  if (!isText(contentType, body)) {
    const size = `${response.isTruncated ? 'more than ' : ''}${body.length.toLocaleString('en-US')} bytes`
    return `(The body is not text: ${contentType === '' ? 'unknown type' : contentType}, ${size}. It is not shown.)`
  }
  const text = decode(body, contentType)
  const isHtml = /^(text\/html|application\/xhtml\+xml)\b/i.test(contentType) && body.length <= maxHtmlBytes
  const shown = isHtml ? toMarkdown(text, response.finalUrl) : text
  const cut = shown.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '')
  return cut.length < shown.length || response.isTruncated ? `${cut}\n\n(The rest is cut: the body is longer.)` : cut
}

function isText(contentType: string, body: Buffer): boolean {
  if (body.subarray(0, 8192).includes(0) && !/charset=utf-16/i.test(contentType)) return false
  if (contentType === '') return true
  return /^(text\/|[^;]*\b(json|xml|javascript|ecmascript|yaml|toml|csv|graphql|x-www-form-urlencoded)\b)/i.test(
    contentType,
  )
}

function decode(body: Buffer, contentType: string): string {
  const label = /charset="?([^";\s]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}
