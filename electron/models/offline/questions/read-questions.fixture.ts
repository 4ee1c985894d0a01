import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from '../../../../shared/schema.ts'
import { expectation, type Expectation } from './expectation.fixture.ts'

const line = z.strictObject({
  /** A data set of `data-sets.json`. */
  data: z.string(),
  ask: z.string().min(1),
  /** Asked before, in the same conversation. */
  after: z.union([z.string(), z.array(z.string())]).optional(),
  expect: expectation,
})

export type Question = {
  /** `cars.jsonl:12` */
  readonly where: string
  readonly data: string
  readonly ask: string
  readonly after: readonly string[]
  readonly expect: Expectation
  /** Written after the code, by somebody who had not seen it. */
  readonly isParaphrase: boolean
}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Every question of every `.jsonl` file here. Throws with file and line when one is not as the README says. */
export function readQuestions(): readonly Question[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return files.toSorted().flatMap((name) => readQuestionFile(name, readFileSync(`${folder}${name}`, 'utf8')))
}

/** Blank lines and lines that begin with `//` are passed over. */
export function readQuestionFile(name: string, text: string): readonly Question[] {
  return text.split('\n').flatMap((json, index) => {
    if (json.trim() === '' || json.startsWith('//')) return []
    const where = `${name}:${index + 1}`
    const { data, ask, after = [], expect } = readLine(where, json)
    const before = typeof after === 'string' ? [after] : after
    return [{ where, data, ask, after: before, expect, isParaphrase: name.startsWith('paraphrases-') }]
  })
}

function readLine(where: string, json: string): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(json))
  } catch (cause) {
    throw new Error(`${where} is not a question as the README describes it.`, { cause })
  }
}
