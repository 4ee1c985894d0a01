import { expect, test } from 'vitest'
import { openOfflineWorkspace } from './offline-workspace.fixture.ts'

const files = {
  'loans.csv': 'loan_id,member_id,tool,lent_on\n1,7,Drill,2024-01-05\n2,8,Saw,2024-02-06\n3,7,Saw,2024-02-09\n',
  'members.csv': 'member_id,name,street\n7,Ada,Elm Road\n8,Ben,Oak Lane\n9,Cora,Elm Road\n',
  'rain.csv': 'day,weather,rainfall\n2024-01-05,rain,4\n2024-01-06,sun,0\n',
}

/** The file of each search for values, in order. */
async function searchedIn(question: string) {
  await using workspace = await openOfflineWorkspace({ files })
  const { calls, markdown } = await workspace.ask(question)
  const searches = calls
    .map(({ input }) => JSON.stringify(input))
    .filter((input) => input.includes('unnest'))
    .map((input) => /FROM '([^']+)'/.exec(input)?.[1] ?? input)
  return { searches, markdown }
}

test('a file is searched once for all that is asked, however many readings there are', async () => {
  const { searches, markdown } = await searchedIn('which member borrowed the most frobnicated squeegees')
  const exact = [...new Set(searches)]
  // Once more each for words that come near, where nothing is called so.
  expect(searches.length).toBeLessThanOrEqual(exact.length * 2)
  expect(markdown).toContain('frobnicated')
})

test('two files that are joined are searched each by itself, and not again for the join', async () => {
  const { searches, markdown } = await searchedIn('how many loans of saws by members of Elm Road')
  expect(markdown).toContain('**1**')
  expect(searches).toEqual(expect.arrayContaining(['loans.csv', 'members.csv']))
  expect(searches).toEqual([...new Set(searches)])
})

test('a value of the second file counts though no row of the first has it', async () => {
  const { markdown } = await searchedIn('how many loans of saws by Cora')
  expect(markdown).toContain('**0**')
})
