import type { MarkedToken, Token, Tokens } from 'marked'
import { Square, SquareCheck } from 'lucide-react'
import { CodeBlock } from './code-block.tsx'
import type { HeadingLevel } from './heading-levels.ts'
import { Inline } from './inline.tsx'

/** One block of Markdown. */
export function Block({
  token: anyToken,
  headingLevel,
}: {
  readonly token: Token
  /** The level of a heading in the page's outline. Without one it only looks like a heading. */
  readonly headingLevel?: HeadingLevel | undefined
}) {
  // No extension is in use, so every token is one of marked's own.
  const token = anyToken as MarkedToken
  switch (token.type) {
    case 'paragraph':
      return (
        <p>
          <Inline tokens={token.tokens} />
        </p>
      )
    case 'heading':
      return <Heading token={token} level={headingLevel} />
    case 'code':
      return <CodeBlock code={token.text} language={token.lang?.split(/\s/)[0] ?? ''} />
    case 'list':
      return <List token={token} />
    case 'table':
      return <Table token={token} />
    case 'blockquote':
      return (
        <blockquote>
          <Blocks tokens={token.tokens} />
        </blockquote>
      )
    case 'hr':
      return <hr />
    case 'html':
      return <pre className="raw-html">{token.raw.trimEnd()}</pre>
    case 'text':
      return (
        <div>
          <Inline tokens={token.tokens ?? [token]} />
        </div>
      )
    case 'space':
    case 'def':
      return null
    // Inline ones, which stand among blocks in a tight list only.
    case 'list_item':
    case 'checkbox':
    case 'escape':
    case 'strong':
    case 'em':
    case 'del':
    case 'codespan':
    case 'br':
    case 'link':
    case 'image':
      return <Inline tokens={[token]} />
  }
}

function Blocks({ tokens }: { readonly tokens: readonly Token[] }) {
  return tokens.map((token, at) => <Block key={at} token={token} />)
}

function Heading({ token, level }: { readonly token: Tokens.Heading; readonly level: HeadingLevel | undefined }) {
  const Tag = level === undefined ? 'p' : (`h${level}` as const)
  return (
    <Tag data-depth={token.depth}>
      <Inline tokens={token.tokens} />
    </Tag>
  )
}

function List({ token }: { readonly token: Tokens.List }) {
  const items = token.items.map((item, at) => <ListItem key={at} item={item} />)
  if (token.ordered) return <ol start={token.start === '' ? undefined : token.start}>{items}</ol>
  return <ul data-tasks={token.items.some((item) => item.task) || undefined}>{items}</ul>
}

function ListItem({ item }: { readonly item: Tokens.ListItem }) {
  return (
    <li data-task={item.task || undefined}>
      {item.task && <TaskMark isDone={item.checked === true} />}
      <div className="min-w-0 flex-1">
        <Blocks tokens={item.tokens.filter((token) => token.type !== 'checkbox')} />
      </div>
    </li>
  )
}

function TaskMark({ isDone }: { readonly isDone: boolean }) {
  return isDone ? (
    <SquareCheck role="img" aria-label="Done" className="text-accent" />
  ) : (
    <Square role="img" aria-label="To do" className="text-muted" />
  )
}

function Table({ token }: { readonly token: Tokens.Table }) {
  return (
    // Scrolls by itself, and with the keyboard.
    <section className="table-frame" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {token.header.map((cell, at) => (
              <th key={at} data-align={cell.align ?? undefined}>
                <Inline tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, rowAt) => (
            <tr key={rowAt}>
              {row.map((cell, at) => (
                <td key={at} data-align={cell.align ?? undefined}>
                  <Inline tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
