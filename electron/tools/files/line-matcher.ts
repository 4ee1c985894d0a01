import { createContext, Script } from 'node:vm'
import { AppError } from '../../../shared/errors.ts'

/** Finds the lines that match; `at` is where in the line the first match begins. */
export type LineMatcher = (lines: readonly string[]) => readonly { readonly index: number; readonly at: number }[]

/** Throws `INVALID_REQUEST` for a malformed pattern; the matcher throws `TOOL_TIMEOUT` for one that runs away. */
export function createLineMatcher(
  query: string,
  options: { readonly regex: boolean; readonly caseSensitive: boolean },
): LineMatcher {
  return options.regex ? regexMatcher(query, options.caseSensitive) : literalMatcher(query, options.caseSensitive)
}

function literalMatcher(query: string, caseSensitive: boolean): LineMatcher {
  const fold = caseSensitive ? (text: string) => text : (text: string) => text.toLowerCase()
  const wanted = fold(query)
  return (lines) =>
    lines.flatMap((line, index) => {
      const at = fold(line).indexOf(wanted)
      return at === -1 ? [] : [{ index, at }]
    })
}

/** One batch is at most some hundred kilobytes; a sound pattern takes milliseconds for it. */
const batchBudgetMs = 1000
const totalBudgetMs = 5000

/**
 * A pattern such as `(a+)+$` can take centuries on one line, and nothing in JavaScript interrupts a match, except the
 * time limit of a vm context. The script in it is ours and fixed; only the pattern and the lines come from outside.
 */
function regexMatcher(query: string, caseSensitive: boolean): LineMatcher {
  const pattern = compile(query, caseSensitive)
  const context = createContext({ pattern, lines: [] as readonly string[] })
  const script = new Script('lines.map((line) => line.search(pattern))')
  let spentMs = 0
  return (lines) => {
    context['lines'] = lines
    const startedAt = performance.now()
    try {
      const found = script.runInContext(context, { timeout: batchBudgetMs }) as readonly number[]
      spentMs += performance.now() - startedAt
      if (spentMs > totalBudgetMs) throw tooSlow(query)
      return found.flatMap((at, index) => (at === -1 ? [] : [{ index, at }]))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw tooSlow(query, error)
      throw error
    }
  }
}

function compile(query: string, caseSensitive: boolean): RegExp {
  try {
    return new RegExp(query, caseSensitive ? '' : 'i')
  } catch (error) {
    throw new AppError(
      'INVALID_REQUEST',
      `The pattern is not a valid regular expression: ${(error as Error).message}`,
      {
        hint: 'Correct it, or leave regex out to search for the text as it stands.',
        cause: error,
      },
    )
  }
}

function tooSlow(query: string, cause?: unknown): AppError {
  return new AppError(
    'TOOL_TIMEOUT',
    `The pattern ${JSON.stringify(query)} takes too long, so the search was stopped.`,
    {
      hint: 'Use a simpler pattern (no repetition inside a repetition), or search for plain text.',
      cause,
    },
  )
}
