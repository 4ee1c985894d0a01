import { CopyButton } from '../copy-button.tsx'
import { useHighlightedLines } from './use-highlighted-lines.ts'

/** Code as it is, coloured once its grammar is there: never later than the text itself. */
export function CodeBlock({ code, language }: { readonly code: string; readonly language: string }) {
  const highlighted = useHighlightedLines(code, language)
  const lines = code.split('\n')
  return (
    <figure className="code-block">
      <figcaption>
        <span>{language === '' ? 'Text' : language}</span>
        <CopyButton text={code} label="Copy code" />
      </figcaption>
      {/* A region that scrolls must take the focus, or its end is out of reach without a mouse. */}
      <pre tabIndex={0} aria-label={language === '' ? 'Text' : `Code in ${language}`}>
        <code>
          {lines.map((line, at) => (
            <span key={at}>
              {highlighted[at]?.map((piece, pieceAt) => (
                <span key={pieceAt} style={{ color: piece.color }}>
                  {piece.content}
                </span>
              )) ?? line}
              {at < lines.length - 1 && '\n'}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  )
}
