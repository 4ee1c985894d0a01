import { useEffect, useState } from 'react'
import type { HighlightedLine, LineHighlighter } from './line-highlighter.ts'

/**
 * The highlighted lines of a code block that may still grow; empty until the grammar is loaded. Works in idle time,
 * and a streaming block costs each line about once.
 */
export function useHighlightedLines(code: string, language: string): readonly HighlightedLine[] {
  const [highlighter, setHighlighter] = useState<LineHighlighter>()

  useEffect(() => {
    let isCurrent = true
    const goOn = async () => {
      const next = await highlight(highlighter, code, language)
      if (isCurrent) setHighlighter(next)
    }
    const idle = requestIdleCallback(() => {
      // Colours are an extra: without them the text is all there.
      goOn().catch((error: unknown) => console.warn(`Code in ${language} could not be highlighted.`, error))
    })
    return () => {
      isCurrent = false
      cancelIdleCallback(idle)
    }
  }, [code, language, highlighter])

  return highlighter !== undefined && code.startsWith(highlighter.whole.code)
    ? highlighter.lines.slice(0, code === highlighter.code ? undefined : highlighter.whole.lines)
    : []
}

async function highlight(
  previous: LineHighlighter | undefined,
  code: string,
  language: string,
): Promise<LineHighlighter | undefined> {
  if (language === '') return undefined
  const { highlightMore } = await import('./line-highlighter.ts')
  return highlightMore(previous, code, language)
}
