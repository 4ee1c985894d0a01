import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from '../../../shared/schema.ts'
import { openOfflineWorkspace, type OfflineWorkspace } from './offline-workspace.fixture.ts'

const data = (name: string) =>
  fileURLToPath(new URL(`../../../node_modules/vega-datasets/data/${name}`, import.meta.url))

/** Figures of the public data sets, counted by hand with other means. */
let workspace: OfflineWorkspace
beforeAll(async () => {
  workspace = await openOfflineWorkspace({
    copies: ['cars.json', 'seattle-weather.csv', 'penguins.json'].map(data),
    files: {
      'empty.csv': '',
      'orders.csv':
        'order_id,customer_id,date,amount,country\n1,10,2024-01-02,100,Spain\n2,10,2024-02-02,50,France\n3,11,2024-02-03,70,Spain\n4,12,2024-03-03,30,Italy\n5,99,2024-03-05,5,Italy\n',
      'films.csv':
        'title,director,major_genre,imdb_rating,tomatoes_rating\nJaws,Steven Spielberg,Drama,8,90\nAlien,Ridley Scott,Horror,8.5,95\nLincoln,Steven Spielberg,Drama,7.3,89\n',
      'customers.csv':
        'id,name,country,segment,credit\n10,Ada,Norway,Home,1000\n11,Bob,Norway,Office,500\n12,Cleo,Sweden,Office,200\n',
    },
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

/** The last answer of a conversation. */
async function answerTo(...questions: string[]): Promise<string> {
  let history: Awaited<ReturnType<OfflineWorkspace['ask']>>['history'] = []
  let last = ''
  for (const question of questions) ({ history, markdown: last } = await workspace.ask(question, { history }))
  return last
}

describe('what a question is about is found', () => {
  test('an empty file is not looked at for it', async () => {
    const { history } = await workspace.ask('how many Japanese cars')
    const calls = history.flatMap(({ content }) =>
      content.flatMap((block) => (block.type === 'tool-use' ? [block] : [])),
    )
    expect(calls.filter(({ name }) => name === 'describe_data').length).toBeGreaterThan(1)
    expect(calls.filter(({ input }) => JSON.stringify(input).includes('empty.csv'))).toEqual([])
  })

  test.each<readonly [question: string, ...expected: readonly string[]]>([
    ['how many Japanese cars', '**79** rows', 'took *Origin* = Japan for “japanese”'],
    ['number of American cars', '**254** rows', 'took *Origin* = USA for “american”'],
    ['how many cars in the US', '**254** rows'],
    ['average mpg by origin', '“mpg” means the column *Miles\\_per\\_Gallon*', '| Japan |'],
    ['highest horsepower of the cars data', '**230**'],
    ['average horsepwoer by origin', 'took “horsepwoer” for “horsepower”', '| Europe |'],
    ['average maximum temperature in Seattle weather', '*temp\\_max* of **16.44**'],
    ['how many rainy rows in the seatle weather', '**641** rows', 'took *weather* = rain for “rainy”'],
    ['how many chinstrapp penguins', '**68** rows', 'took *Species* = Chinstrap for “chinstrapp”'],
    ['number of films directed by Spielberg', '**2** rows', '= Steven Spielberg for “spielberg”'],
    ['number of penguins on torgersen', '**52** rows'],
  ])('%s', async (question, ...expected) => {
    const markdown = await answerTo(question)
    for (const part of expected) expect(markdown).toContain(part)
  })
})

describe('two tables', () => {
  test('are put together on a key that holds', async () => {
    const markdown = await answerTo('total amount by segment')
    for (const row of ['| Home | 150 |', '| Office | 100 |', '| (missing) | 5 |']) expect(markdown).toContain(row)
    expect(markdown).toContain('*customer\\_id* is *id*: 1 row of *orders.csv* without a partner')
  })

  test('tell the country of the customer from that of the order', async () => {
    expect(await answerTo('revenue by customer country')).toContain('| Norway | 220 |')
    expect(await answerTo('total amount by country in orders.csv')).toContain('| Spain | 170 |')
  })

  test('keep together in a follow-up', async () => {
    const markdown = await answerTo('total amount by segment', 'only Office')
    expect(markdown).toContain('| Office | 100 |')
    expect(markdown).toContain('joined *orders.csv* with *customers.csv*')
  })

  test('never add up what would count more than once', async () => {
    expect(await answerTo('total credit by date')).toContain('would count more than once')
    expect(await answerTo('highest credit by date')).toContain('| 2024-01-02 | 1,000 |')
  })

  test('are not joined on a key that is there twice, or that leads nowhere', async () => {
    await using shop = await openOfflineWorkspace({
      files: {
        'sales.csv': 'shop_id,amount\n1,5\n2,6\n1,7\n',
        'shops.csv': 'shop_id,town\n1,Oslo\n1,Rome\n2,Bern\n',
        'owners.csv': 'shop_id,owner\n71,Ada\n72,Bob\n73,Cleo\n',
      },
    })
    for (const thing of ['town', 'owner'])
      expect((await shop.ask(`total amount by ${thing}`)).markdown).not.toMatch(/joined|```sql/)
  })
})

describe('a conversation', () => {
  const first = 'total amount by country in orders.csv'
  test.each<readonly [readonly string[], ...expected: readonly string[]]>([
    [[first, 'and by month?'], '| 2024-02 | 120 |', 'kept from before: total *amount*'],
    [[first, 'only Spain'], '| Spain | 170 |', 'kept from before: total *amount* by *country*'],
    [[first, 'and the average?'], '| Spain | 85 |', 'kept from before: by *country*'],
    [[first, 'top 1'], '**Spain**', '170'],
    [[first, 'and by month?', 'only Italy'], '| 2024-03 | 35 |'],
    [[first, 'only Italy', 'and by month?', 'what about Spain?'], '| 2024-01 | 100 |', '| 2024-02 | 70 |'],
    [[first, 'and by flavour?', 'only Spain'], '| Spain | 170 |'],
    [['how many cars by origin', 'now without Japan'], '| Europe | 73 |', 'is not Japan'],
    [['average horsepower by origin', 'what about acceleration?'], 'average *Acceleration*'],
    [['how many rows are in cars.json', 'same for penguins.json'], '**344** rows'],
    [[first, 'how did you get that?'], '```sql', 'GROUP BY 1'],
    [[first, 'why?'], '```sql'],
  ])('%j', async (questions, ...expected) => {
    const markdown = await answerTo(...Array.from(questions))
    for (const part of expected) expect(markdown).toContain(part)
  })

  test('a question that makes sense alone is not mixed with the one before', async () => {
    const markdown = await answerTo('total amount in Spain in orders.csv', 'how many penguins on torgersen')
    expect(markdown).toContain('**52** rows')
    expect(markdown).not.toContain('kept from before')
  })

  test('a chart is drawn of what was told', async () => {
    const { history } = await workspace.ask(first)
    const { calls } = await workspace.ask('as a pie chart', { history })
    expect(calls.find(({ name }) => name === 'chart')?.input).toMatchObject({ kind: 'pie', x: 'country' })
  })

  test('going on from nothing is said to be so', async () => {
    expect(await answerTo('same for cars.json')).toContain('no earlier answer that it could change')
  })
})

describe('two readings', () => {
  test('are offered as whole questions, each of which then has an answer', async () => {
    const asked = await workspace.ask('average rating by major genre')
    const offered = asked.calls.at(-1)
    expect(offered?.name).toBe('offer_choices')
    const { prompt, choices } = z.object({ prompt: z.string(), choices: z.array(z.string()) }).parse(offered?.input)
    expect(prompt).not.toMatch(/[*\\]/)
    expect(choices.length).toBeGreaterThan(1)
    for (const choice of choices) {
      const answered = await workspace.ask(choice, { history: asked.history })
      expect(answered.calls.at(-1)?.name).toBe('query_data')
    }
    const second = await workspace.ask('the second one', { history: asked.history })
    expect(second.calls.at(-1)).toEqual(
      (await workspace.ask(choices[1] ?? '', { history: asked.history })).calls.at(-1),
    )
  })

  test('of a table are named by it; without the tool the answer lists them', async () => {
    await using twins = await openOfflineWorkspace({
      files: { 'north sea.csv': 'city,amount\nOslo,1\n', 'south.csv': 'city,amount\nRome,2\n' },
    })
    const { calls, markdown, history } = await twins.ask('total amount', {
      toolNames: ['list_files', 'describe_data', 'query_data'],
    })
    expect(calls.map(({ name }) => name)).not.toContain('offer_choices')
    expect(markdown).toContain('1. *“total amount in "north sea.csv"”*')
    expect((await twins.ask('total amount in "north sea.csv"')).markdown).toContain('**1**')
    expect((await twins.ask('the second one', { history })).markdown).toContain('**2**')
    // The table of the last answer is meant where nothing else tells them apart.
    const { history: chosen } = await twins.ask('total amount in south.csv')
    const again = await twins.ask('number of rows by city', { history: chosen })
    expect(again.markdown).toContain('took *south.csv* as before')
  })

  test('of a value are offered by their whole names', async () => {
    await using menu = await openOfflineWorkspace({
      files: { 'menu.csv': 'dish,price\nPepperoni Pizza Small,5\nPepperoni Pizza Large,9\nSoup,3\n' },
    })
    const { calls, markdown } = await menu.ask('average price of pepperoni')
    expect(calls.at(-1)).toMatchObject({
      name: 'offer_choices',
      input: { choices: ['average price of "Pepperoni Pizza Large"', 'average price of "Pepperoni Pizza Small"'] },
    })
    expect(markdown).toContain('comes near to more than one value')
    expect((await menu.ask('average price of "Pepperoni Pizza Large"')).markdown).toContain('**9**')
  })
})

describe('what no table answers is refused in a helpful sentence', () => {
  test.each([
    ['Why did sales fall in March?', 'not why they are so'],
    ['What will the total amount be next year?', 'do not forecast'],
    ['predict the amount for 2030', 'do not forecast'],
    ['Should we hire more people?', 'no opinions'],
    ['which customer do you think is best?', 'no opinions'],
    ['delete the rows where amount is 5', 'never change them'],
    ['set the price of soup to 5', 'never change them'],
    ['amount of Atlantis, Lemuria and Thule in orders.csv', 'I do not know what “Atlantis”'],
  ])('%s', async (question, expected) => {
    const { markdown, calls } = await workspace.ask(question)
    expect(markdown).toContain(expected)
    expect(markdown).toContain('With your own files, for example:')
    expect(calls.filter(({ input }) => /sum\(|avg\(/.test(JSON.stringify(input)))).toEqual([])
  })

  test('and the examples it gives have answers', async () => {
    const markdown = await answerTo('hello')
    const examples = [...markdown.matchAll(/^- \*“(?<example>.+)”\*$/gm)].map(
      (match) => match.groups?.['example'] ?? '',
    )
    expect(examples).toHaveLength(2)
    for (const example of examples) {
      const { calls } = await workspace.ask(example.replaceAll('\\', ''))
      expect(calls.at(-1)?.name).toBe('query_data')
    }
  })
})
