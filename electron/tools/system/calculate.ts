import { createContext, Script } from 'node:vm'
import type { BigNumber, MathJsInstance, MathNode } from 'mathjs'
import { AppError } from '../../../shared/errors.ts'

/** Evaluates arithmetic in decimals: one expression in, its value in digits out. Throws `INVALID_REQUEST`. */
export type Calculate = (expression: string) => string

/**
 * A calculator over mathjs with 64 decimal digits, so that 0.1 + 0.2 is 0.3.
 *
 * mathjs is a language: assignments, functions, units, matrices, strings and a parser reachable from its own
 * expressions. Only the node kinds and names listed here pass, so nothing can be defined, looped or imported. A time
 * limit ends the rest: some functions take minutes for a very large number.
 */
export async function createCalculate(): Promise<Calculate> {
  const { create, all } = await import('mathjs')
  const math = create(all ?? {}, { number: 'BigNumber', precision: 64 })
  return (expression) => {
    const node = parse(math, expression)
    node.traverse((each) => refuseNode(each))
    return show(evaluate(node))
  }
}

const functions = new Set(
  (
    'abs ceil floor round fix sign mod gcd lcm min max sum mean median std variance sqrt cbrt nthRoot exp log log2 ' +
    'log10 pow hypot sin cos tan asin acos atan atan2 factorial combinations'
  ).split(' '),
)
const constants = new Set(['pi', 'e', 'tau', 'phi', 'true', 'false'])
const operators = new Set([
  '+',
  '-',
  '*',
  '/',
  '^',
  '%',
  'mod',
  '!',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  'and',
  'or',
  'not',
])
const plainNodes = new Set(['ConstantNode', 'ParenthesisNode', 'ConditionalNode', 'RelationalNode', 'ArrayNode'])

function parse(math: MathJsInstance, expression: string): MathNode {
  try {
    return math.parse(expression)
  } catch (error) {
    throw invalid(`It is not a valid expression: ${(error as Error).message}.`, error)
  }
}

/** What is not listed is refused: mathjs gains functions with every release. */
function refuseNode(node: MathNode): void {
  if (node.type === 'ConstantNode' && typeof (node as unknown as { value: unknown }).value === 'string')
    throw invalid('Text has no place in a calculation.')
  if (plainNodes.has(node.type)) return
  const { name, op } = node as unknown as { name?: unknown; op?: unknown }
  if (node.type === 'OperatorNode' && operators.has(String(op))) return
  if (node.type === 'FunctionNode' && functions.has(String(name))) return
  // The name in a call is a symbol too.
  if (node.type === 'SymbolNode' && (constants.has(String(name)) || functions.has(String(name)))) return
  throw invalid(`It may hold numbers, operators, ${[...functions].join(', ')} and ${[...constants].join(', ')} only.`)
}

/** Only a vm context has a time limit that interrupts running code. The script in it is ours and fixed. */
function evaluate(node: MathNode): unknown {
  const code = node.compile()
  const context = createContext({ run: () => code.evaluate() as unknown })
  try {
    return evaluation.runInContext(context, { timeout: timeLimitMs })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new AppError('TOOL_TIMEOUT', 'The calculation takes too long, so it was stopped.', {
        hint: 'Use smaller numbers or simpler functions.',
        cause: error,
      })
    throw invalid(`It cannot be worked out: ${(error as Error).message}.`, error)
  }
}

const evaluation = new Script('run()')
const timeLimitMs = 1000

function show(value: unknown): string {
  if (typeof value === 'boolean') return String(value)
  if (!isBigNumber(value)) throw invalid('Its result is not one real number.')
  if (!value.isFinite()) throw invalid('Its result is not a finite number (a division by zero, or far too large).')
  if (value.isInteger() && value.e < wholeDigits) return value.toFixed()
  const rounded = value.toSignificantDigits(shownDigits)
  return Math.abs(rounded.e) < shownDigits ? rounded.toFixed() : rounded.toExponential()
}

/** A whole number is shown whole while all its digits are known. */
const wholeDigits = 64
const shownDigits = 30

function isBigNumber(value: unknown): value is BigNumber {
  return typeof value === 'object' && value !== null && (value as { isBigNumber?: unknown }).isBigNumber === true
}

function invalid(message: string, cause?: unknown): AppError {
  return new AppError('INVALID_REQUEST', `The calculation was not done. ${message}`, { cause })
}
