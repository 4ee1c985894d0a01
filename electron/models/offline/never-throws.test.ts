import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toolUseId } from '../../../shared/ids.ts'
import type { JsonValue } from '../../../shared/schema.ts'
import type { FileList, TableProfile } from '../../../shared/tool-results.ts'
import type { ModelMessage } from '../../agent/ports.ts'
import { planNextStep } from './plan-next-step.ts'
import type { PlannedCall } from './step.ts'

/** The Big List of Naughty Strings, where the machine has it beside the project; the short list is always tried. */
const naughtyFile = fileURLToPath(new URL('../../../../shared/data/attacks/blns/blns.json', import.meta.url))
const naughty: readonly string[] = [
  '',
  ' ',
  '\0',
  '\ud800',
  '"',
  '“',
  '$$',
  '[a-',
  '__proto__',
  'constructor',
  'by by by',
  'top top',
  'between between',
  'in in 2024 2024',
  '= = =',
  '"" by ""',
  '9'.repeat(400),
  '; DROP TABLE sales',
  "Robert'); --",
  '<script>alert(1)</script>',
  '\u202eevil',
  '../../../etc/passwd',
  '1/0',
  '((((1+1',
  'total amount where name is "a\'b"',
  'total amount in "x" or 1=1',
  'save this as ../../x',
  'find "',
  'find ""',
  ...(existsSync(naughtyFile) ? (JSON.parse(readFileSync(naughtyFile, 'utf8')) as string[]) : []),
]

const toolNames = [
  'list_files',
  'search_files',
  'describe_data',
  'query_data',
  'chart',
  'read_document',
  'search_documents',
  'describe_document',
  'calculator',
  'save_file',
  'write_report',
  'offer_choices',
]
const tools = toolNames.map((name) => ({ name }))

const listing: FileList = {
  folder: '.',
  entries: ['sales.csv', '__proto__.json', "o'brien.csv", 'notes.md'].map((path) => ({
    path,
    kind: 'file',
    bytes: 1,
    modified: '',
  })),
  truncated: false,
}
const profile = (file: string): TableProfile => ({
  file,
  tables: [
    {
      name: file,
      rows: 3,
      columns: ['date', 'amount', '__proto__', 'a"b', 'constructor'].map((name) => ({
        name,
        type: name === 'date' ? 'DATE' : name === 'amount' ? 'DOUBLE' : 'VARCHAR',
        missing: 1,
        distinct: 2,
        min: null,
        max: null,
        examples: ['x', null],
      })),
    },
  ],
  notes: [],
})

function resultOf({ name, input }: PlannedCall): JsonValue {
  if (name === 'list_files') return listing
  if (name === 'describe_data') return profile((input as { readonly file: string }).file)
  if (name === 'query_data') {
    const { sql } = input as { readonly sql: string }
    const rows = sql.includes('AS "column"') ? [['a"b', 'x']] : [[null, 1]]
    return {
      sql,
      tableId: 't',
      columns: [
        { name: 'a', type: 'VARCHAR' },
        { name: 'b', type: 'DOUBLE' },
      ],
      rows,
      rowCount: 1,
      truncated: false,
    }
  }
  return null
}

/** Runs a question to its answer; fails when it asks the same twice or never ends. */
function answerTo(question: string, resultFor: (call: PlannedCall) => JsonValue): string {
  const history: ModelMessage[] = [{ role: 'user', content: [{ type: 'text', text: question }] }]
  const asked = new Set<string>()
  for (let turn = 0; turn < 20; turn++) {
    const step = planNextStep(history, tools)
    if (step.kind === 'answer') return step.markdown
    const uses = step.calls.map((call, index) => ({ toolUseId: toolUseId.parse(`${turn}-${index}`), ...call }))
    for (const call of step.calls) {
      expect(asked.has(JSON.stringify(call))).toBe(false)
      asked.add(JSON.stringify(call))
    }
    history.push({ role: 'assistant', content: uses.map((use) => ({ type: 'tool-use', ...use })) })
    history.push({
      role: 'user',
      content: uses.map((use) => ({
        type: 'tool-result',
        toolUseId: use.toolUseId,
        status: 'success',
        content: [{ type: 'json', value: resultFor(use) }],
      })),
    })
  }
  throw new Error(`No answer to ${JSON.stringify(question)} after 20 turns.`)
}

const missing = existsSync(naughtyFile) ? '' : ' (the big list is not on this machine)'

describe('every question ends in an answer, whatever it holds', () => {
  test(`${naughty.length} naughty strings, alone and inside a question${missing}`, { timeout: 240_000 }, () => {
    for (const text of naughty) {
      for (const question of [
        text,
        `total amount in ${text}`,
        `amount by ${text}`,
        `describe ${text}`,
        `find ${text}`,
        `what does ${text} say about ${text}`,
        `which documents mention ${text}`,
      ]) {
        expect(answerTo(question, resultOf).trim()).not.toBe('')
      }
    }
  })

  test('any words of its own grammar in any order', { timeout: 120_000 }, () => {
    const word = fc.constantFrom(
      ...'total average how many top 5 2024 by per in where is between over since and amount date chart pie month "x" sales.csv rows different which highest most of save find describe not or between share growth histogram outliers missing duplicate percentile correlation without common last'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: word }, fc.string({ maxLength: 5 })), { maxLength: 12 }),
        (words) => {
          expect(answerTo(words.join(' '), resultOf).trim()).not.toBe('')
        },
      ),
      { numRuns: 600 },
    )
  })

  test('whatever the tools answer', () => {
    const questions = fc.constantFrom(
      'total amount by date',
      'what files are here',
      'describe sales.csv',
      '2+2',
      'find "x"',
      'read notes.md',
      'summarise notes.md in two sentences',
      'outline notes.md',
      'what does notes.md say about x',
      'chart amount by month',
    )
    fc.assert(
      fc.property(
        questions,
        fc.infiniteStream(fc.jsonValue()),
        fc.infiniteStream(fc.boolean()),
        (question, values, isOdd) => {
          const odd = isOdd[Symbol.iterator]()
          const value = values[Symbol.iterator]()
          expect(
            answerTo(question, (call) =>
              odd.next().value ? (value.next().value as JsonValue) : resultOf(call),
            ).trim(),
          ).not.toBe('')
        },
      ),
      { numRuns: 500 },
    )
  })
})
