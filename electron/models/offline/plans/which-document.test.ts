import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHere } from '../../../tools/documents/read-here.fixture.ts'
import { readDocumentQuestion, type DocumentQuestion } from '../documents/read-document-question.ts'
import { openOfflineWorkspace, type Asked, type OfflineWorkspace } from '../offline-workspace.fixture.ts'
import { documentQuestionAbout } from './document-question-about.ts'

let workspace: OfflineWorkspace
beforeAll(async () => {
  workspace = await openOfflineWorkspace({
    documents: readHere,
    files: {
      'sales plan (v2).md': '# Sales\n\nReturns are accepted for thirty days after the sale.\n',
      'old/buying plan.md': '# Buying\n\nReturns go back to the dock on the same day.\n',
      "it's notes.txt": 'Nobody has written anything of use into these notes.\n',
    },
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

function offeredIn({ calls }: Asked): readonly string[] {
  const offer = calls.find(({ name }) => name === 'offer_choices')?.input as { choices: string[] } | undefined
  return offer?.choices ?? []
}

test.each([
  ['Summarise the plan', ['Summarise old/buying plan.md', 'Summarise sales plan (v2).md']],
  ['summarise the plan in 2 sentences', ['Summarise old/buying plan.md in 2 sentences']],
  ['Outline the plan', ['Outline old/buying plan.md']],
  ['Read the plan', ['Read old/buying plan.md']],
  ['Summarise my documents', ["Summarise it's notes.txt"]],
])('%s offers the whole question about each document that fits, and each is answered', async (question, expected) => {
  const asked = await workspace.ask(question)
  const offered = offeredIn(asked)
  expect(offered).toEqual(expect.arrayContaining(expected))
  for (const choice of offered) {
    const { calls, markdown } = await workspace.ask(choice, { history: asked.history })
    expect(calls.map(({ name }) => name)).not.toContain('offer_choices')
    expect(markdown).toContain(choice.replace(/^\w+ /, '').replace(/ in 2 sentences$/, ''))
  }
})

test('where one document was meant and several say something, all are quoted and each is offered', async () => {
  const asked = await workspace.ask('What does the plan say about returns?')
  expect(asked.markdown).toContain('accepted for thirty days')
  expect(asked.markdown).toContain('go back to the dock')
  const [sales = '', buying] = offeredIn(asked)
  expect([sales, buying]).toEqual([
    'What does sales plan (v2).md say about returns?',
    'What does old/buying plan.md say about returns?',
  ])
  const narrowed = await workspace.ask(sales, { history: asked.history })
  expect(narrowed.markdown).toContain('accepted for thirty days')
  expect(narrowed.markdown).not.toContain('dock')
  expect(offeredIn(await workspace.ask('What do the plans say about returns?'))).toEqual([])
})

test('“it” is the document that was spoken of last', async () => {
  const { history } = await workspace.ask('Summarise sales plan (v2).md')
  const { history: after, markdown } = await workspace.ask('What does it say about returns?', { history })
  expect(markdown).toMatch(/^\*sales plan \(v2\)\.md\* says/)
  expect((await workspace.ask('Outline this document', { history: after })).markdown).toContain('Sales')
  expect((await workspace.ask('What does it say about returns?')).markdown).toContain('**2** documents')
})

test.each<DocumentQuestion>([
  { kind: 'document', ask: 'summary', place: 'x', sentences: 3 },
  { kind: 'document', ask: 'outline', place: 'x' },
  { kind: 'document', ask: 'tables', place: 'x' },
  { kind: 'document', ask: 'part', place: 'x', part: 4 },
  { kind: 'document', ask: 'begin', place: 'x' },
  { kind: 'document', ask: 'topic', place: 'x', topic: 'late fees' },
  { kind: 'document', ask: 'whether', place: 'x', topic: 'late fees' },
])('a question about one document is read as the same question: $ask', (asked) => {
  const path = 'my folder/plan (v2).pdf'
  const written = documentQuestionAbout(asked, path).replace(/\?$/, '')
  expect(readDocumentQuestion(written)).toEqual({ ...asked, place: path })
})
