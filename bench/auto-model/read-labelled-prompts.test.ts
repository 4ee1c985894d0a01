import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readLabelledPrompts, type LabelledPrompt } from './read-labelled-prompts.ts'

const development = await readLabelledPrompts('development')
const heldOut = await readLabelledPrompts('held-out')
const all = [...development, ...heldOut]
const halves = { development, 'held-out': heldOut }

test('there are at least 200 prompts, and no id or prompt twice', () => {
  expect(all.length).toBeGreaterThanOrEqual(200)
  expect(repeated(all.map(({ id }) => id))).toEqual([])
  expect(repeated(all.map(({ prompt }) => prompt.trim().toLowerCase()))).toEqual([])
})

test.each(['small', 'medium', 'large'] as const)('both halves hold about the same share of %s prompts', (tier) => {
  const difference = Math.abs(shareOf(tier, development) - shareOf(tier, heldOut))
  expect(difference).toBeLessThanOrEqual(0.05)
})

test.each(Object.entries(halves))('the %s half is in at least eight languages', (_, prompts) => {
  expect(new Set(prompts.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8)
})

test('a prompt is in the half that the hash of its pair names, wherever somebody would rather have it', () => {
  const misplaced = Object.entries(halves).flatMap(([half, prompts]) =>
    prompts.filter(({ id }) => halfOf(id) !== half).map(({ id }) => id),
  )
  expect(misplaced).toEqual([])
})

test('the README counts tiers and languages as the files hold them', async () => {
  const readme = await readFile(path.join(import.meta.dirname, 'README.md'), 'utf8')
  const counted = (pattern: RegExp) =>
    Object.fromEntries(Array.from(readme.matchAll(pattern), ([, value, ...counts]) => [value, counts.map(Number)]))
  expect(counted(/^\| (small|medium|large) \| (\d+) \| (\d+) \| (\d+) \|$/gm)).toEqual(countsOf('tier'))
  expect(counted(/^\| \w+ \(([a-z]{2})\) \| (\d+) \| (\d+) \| (\d+) \|$/gm)).toEqual(countsOf('language'))
})

test('no prompt of one half is nearly one of the other', () => {
  expect(nearPairs(development, heldOut)).toEqual([])
})

test('two prompts are near whatever their case and punctuation, also in a script without spaces', () => {
  const [one] = all as [LabelledPrompt]
  const as = (id: string, prompt: string): LabelledPrompt => ({ ...one, id, prompt })
  const left = [as('p901', 'Total amount by region, in sales.csv'), as('p902', '支店別に売上を合計してください')]
  const right = [as('p903', 'total amount by region in SALES.csv?'), as('p904', '支店別に売上を合計してください！')]
  expect(nearPairs(left, right)).toEqual(['p901 and p903', 'p902 and p904'])
  expect(nearPairs(left, [as('p905', 'Total amount by month, in returns.csv')])).toEqual([])
})

test.each([
  ['a tier there is none of', { id: 'p001', prompt: 'hi', language: 'en', tier: 'huge', why: 'A greeting.' }],
  [
    'a context field nobody reads',
    { id: 'p001', prompt: 'hi', language: 'en', tier: 'small', why: 'A greeting.', context: { historyToken: 5 } },
  ],
  ['a prompt without a reason', { id: 'p001', prompt: 'hi', language: 'en', tier: 'small' }],
  ['what is no object', 'p001'],
])('refuses %s, with the line', async (_, line) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'labelled-prompts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const good = JSON.stringify(all[0])
  await writeFile(path.join(folder, 'prompts-development.jsonl'), `${good}\n${JSON.stringify(line)}\n`)
  await expect(readLabelledPrompts('development', folder)).rejects.toThrow('prompts-development.jsonl:2 is not')
})

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function shareOf(tier: LabelledPrompt['tier'], prompts: readonly LabelledPrompt[]): number {
  return prompts.filter((prompt) => prompt.tier === tier).length / prompts.length
}

/** How often each value is in the development half, in the held-out half and in both. */
function countsOf(field: 'tier' | 'language') {
  const count = (value: string) =>
    [development, heldOut, all].map((prompts) => prompts.filter((prompt) => prompt[field] === value).length)
  return Object.fromEntries(all.map((prompt) => [prompt[field], count(prompt[field])]))
}

/** p001 and p002 are a pair, p003 and p004 the next. The README says how the hash of the first decides. */
function halfOf(id: string): keyof typeof halves {
  const number = Number(id.slice(1))
  const isFirst = number % 2 === 1
  const first = isFirst ? id : `p${String(number - 1).padStart(3, '0')}`
  const isFirstInDevelopment = createHash('sha256').update(first).digest().readUInt8(0) % 2 === 0
  return isFirst === isFirstInDevelopment ? 'development' : 'held-out'
}

/** Pairs whose words overlap by 0.8 or more: shared words ÷ all words of both (Jaccard). */
function nearPairs(left: readonly LabelledPrompt[], right: readonly LabelledPrompt[]): string[] {
  const wordsOfRight = right.map(({ id, prompt }) => ({ id, words: wordsOf(prompt) }))
  return left.flatMap(({ id, prompt }) => {
    const words = wordsOf(prompt)
    return wordsOfRight.filter((other) => overlap(words, other.words) >= 0.8).map((other) => `${id} and ${other.id}`)
  })
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

function wordsOf(prompt: string): ReadonlySet<string> {
  const segments = [...segmenter.segment(prompt.normalize('NFKC').toLowerCase())]
  return new Set(segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment))
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((word) => right.has(word)).length
  const union = left.size + right.size - shared
  return union === 0 ? 0 : shared / union
}
