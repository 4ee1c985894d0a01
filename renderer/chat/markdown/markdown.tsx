import { memo, useState } from 'react'
import type { Token } from 'marked'
import { Block } from './block.tsx'
import { headingLevels, type HeadingLevel } from './heading-levels.ts'
import { lexMore, type Links } from './lex-more.ts'

/**
 * Markdown as React elements. Nothing in it loads from the network or becomes markup of the page: raw HTML is shown
 * as text, pictures as a note, links ask first. While the text grows only its open end is lexed and drawn again.
 */
export function Markdown({ text }: { readonly text: string }) {
  const [last, setLast] = useState(() => ({ text, lexed: lexMore(undefined, text) }))
  const current = last.text === text ? last : { text, lexed: lexMore(last.lexed, text) }
  if (current !== last) setLast(current)
  const { lexed } = current
  const levels = headingLevels(lexed.blocks)
  return (
    <div className="markdown">
      {lexed.blocks.map((token, at) => (
        // Blocks only ever grow at the end, so the position is the identity.
        <MemoBlock key={at} token={token} links={lexed.links} headingLevel={levels[at]} />
      ))}
    </div>
  )
}

const MemoBlock = memo(
  ({
    token,
    headingLevel,
  }: {
    readonly token: Token
    readonly links: Links
    readonly headingLevel: HeadingLevel | undefined
  }) => <Block token={token} headingLevel={headingLevel} />,
  (before, after) =>
    before.token.type === after.token.type &&
    before.token.raw === after.token.raw &&
    before.links === after.links &&
    before.headingLevel === after.headingLevel,
)
