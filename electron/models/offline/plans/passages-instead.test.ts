import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOfflineWorkspace, type OfflineWorkspace } from '../offline-workspace.fixture.ts'

const files = {
  'trips.csv': 'boat,left,passengers,fare\nAda,2025-01-02,30,120\nBen,2025-01-03,12,60\nAda,2025-02-01,20,80\n',
  'minutes.md':
    '# Board\n\nThe next meeting takes place on 9 June.\n\nThe jetty of Mill Point is closed until its planks are mended.\n',
}

let space: OfflineWorkspace
beforeAll(async () => {
  space = await openOfflineWorkspace({ files })
})
afterAll(async () => {
  await space[Symbol.asyncDispose]()
})

test.each([
  ['when is the next meeting', 'The next meeting takes place on 9 June.'],
  ['how long is the jetty closed', 'The jetty of Mill Point is closed'],
  // What the document is called needs not stand in its passage.
  ['what do the minutes have on a meeting in June', 'The next meeting takes place on 9 June.'],
  ['when is the meeting of the minutes', 'The next meeting takes place on 9 June.'],
])('%s is told by a document where no table tells it', async (question, passage) => {
  const { markdown } = await space.ask(question)
  expect(markdown).toMatch(/^No table here tells that\. This is what documents say about “/)
  expect(markdown).toContain(`> ${passage}`)
  expect(markdown).toContain('*minutes.md*')
  expect(markdown).toContain('\n\nOf the tables: ')
})

test('a word that only some passage has beside the others is no answer', async () => {
  const { markdown } = await space.ask('how many planks were stolen')
  expect(markdown).toMatch(/I do not know what “planks” and “stolen” mean here/)
  expect(markdown).not.toContain('documents say')
})

test('what a table tells is told by it, and no document is read', async () => {
  const { markdown, calls } = await space.ask('how many passengers were on the Ada')
  expect(markdown).toContain('**50**')
  expect(calls.map(({ name }) => name)).not.toContain('search_documents')
})

test('a question that names a table is about that table', async () => {
  const { markdown, calls } = await space.ask('how long is the jetty closed in trips.csv')
  expect(markdown).not.toContain('documents say')
  expect(calls.map(({ name }) => name)).not.toContain('search_documents')
})

test('more documents than a moment takes are not read unasked', async () => {
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`note ${at}.md`, 'The jetty is closed.']))
  await using workspace = await openOfflineWorkspace({ files: { ...files, ...many } })
  const { calls } = await workspace.ask('how long is the jetty closed')
  expect(calls.map(({ name }) => name)).not.toContain('search_documents')
})
