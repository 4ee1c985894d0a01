import { createCssVariablesTheme, createHighlighterCore, type GrammarState, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { grammarOf } from './grammars.ts'

export type HighlightedLine = readonly { readonly content: string; readonly color: string | undefined }[]

/** How far a code block is highlighted. */
export type LineHighlighter = {
  readonly code: string
  readonly language: string
  readonly lines: readonly HighlightedLine[]
  /** Up to the last line break: what later text cannot change. */
  readonly whole: { readonly code: string; readonly lines: number; readonly state: GrammarState | undefined }
}

/**
 * Highlights a code block that may have grown since `previous`, at the cost of what is new. Gives `previous` itself
 * when nothing is, and `undefined` for a language there is no grammar for.
 */
export async function highlightMore(
  previous: LineHighlighter | undefined,
  code: string,
  language: string,
): Promise<LineHighlighter | undefined> {
  const grammar = grammarOf(language)
  if (grammar === undefined) return undefined
  if (previous?.code === code && previous.language === language) return previous
  const highlighter = await pageHighlighter()
  if (!highlighter.getLoadedLanguages().includes(grammar.name)) await highlighter.loadLanguage(await grammar.load())

  const canGoOn = previous !== undefined && previous.language === language && code.startsWith(previous.whole.code)
  const start = canGoOn ? previous : { lines: [], whole: { code: '', lines: 0, state: undefined } }
  const lines: HighlightedLine[] = start.lines.slice(0, start.whole.lines)
  let { state } = start.whole
  const add = (text: string) => {
    const options = { lang: grammar.name, theme: themeName }
    const tokens = highlighter.codeToTokensBase(
      text,
      state === undefined ? options : { ...options, grammarState: state },
    )
    state = highlighter.getLastGrammarState(tokens)
    lines.push(...tokens.map((line) => line.map(({ content, color }) => ({ content, color }))))
  }

  const wholeEnd = code.lastIndexOf('\n') + 1
  const more = code.slice(start.whole.code.length, wholeEnd)
  if (more !== '') add(more.slice(0, -1))
  const whole = { code: code.slice(0, wholeEnd), lines: lines.length, state }
  add(code.slice(wholeEnd))
  return { code, language, lines, whole }
}

/** Colours are names in `theme.css`, so light and dark need no second pass. */
const themeName = 'page'

function pageHighlighter(): Promise<HighlighterCore> {
  created ??= createHighlighterCore({
    themes: [createCssVariablesTheme({ name: themeName, variablePrefix: '--code-' })],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  })
  return created
}

let created: Promise<HighlighterCore> | undefined
