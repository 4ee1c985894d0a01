import type { MarkedToken, Token, Tokens } from 'marked'
import { Image } from 'lucide-react'
import { decodeEntities } from './decode-entities.ts'
import { OutsideLink } from './outside-link.tsx'

/** What stands inside a block: words, emphasis, links. */
export function Inline({ tokens }: { readonly tokens: readonly Token[] }) {
  return tokens.map((token, at) => <InlineToken key={at} token={token as MarkedToken} />)
}

function InlineToken({ token }: { readonly token: MarkedToken }) {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? decodeEntities(token.text) : <Inline tokens={token.tokens} />
    case 'escape':
      return token.text
    case 'strong':
      return (
        <strong>
          <Inline tokens={token.tokens} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Inline tokens={token.tokens} />
        </em>
      )
    case 'del':
      return (
        <del>
          <Inline tokens={token.tokens} />
        </del>
      )
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      return (
        <OutsideLink href={token.href}>
          <Inline tokens={token.tokens} />
        </OutsideLink>
      )
    case 'image':
      return <PictureNote token={token} />
    case 'html':
      return /^<br\s*\/?>$/i.test(token.raw) ? <br /> : token.raw
    // Blocks, which never stand inside one.
    case 'blockquote':
    case 'checkbox':
    case 'code':
    case 'def':
    case 'heading':
    case 'hr':
    case 'list':
    case 'list_item':
    case 'paragraph':
    case 'space':
    case 'table':
      return token.raw
  }
}

/** A picture's address can carry words out of a conversation, so none is ever fetched: it is named instead. */
function PictureNote({ token }: { readonly token: Tokens.Image }) {
  const name = decodeEntities(token.text)
  return (
    <span className="picture-note">
      <Image aria-hidden className="size-3.5 shrink-0" />
      <span>{name === '' ? 'Picture, not loaded:' : `Picture “${name}”, not loaded:`}</span>
      <OutsideLink href={token.href}>{token.href}</OutsideLink>
    </span>
  )
}
