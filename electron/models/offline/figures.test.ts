import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOfflineWorkspace, type OfflineWorkspace } from './offline-workspace.fixture.ts'

const dataOf = (name: string) =>
  readFileSync(new URL(`../../../node_modules/vega-datasets/data/${name}`, import.meta.url), 'utf8')

type Car = {
  readonly Name: string
  readonly Miles_per_Gallon: number | null
  readonly Cylinders: number
  readonly Displacement: number
  readonly Horsepower: number | null
  readonly Weight_in_lbs: number
  readonly Acceleration: number
  readonly Year: string
  readonly Origin: string
}
type Day = {
  readonly date: string
  readonly rain: number
  readonly high: number
  readonly low: number
  readonly wind: number
  readonly weather: string
}

const cars = JSON.parse(dataOf('cars.json')) as readonly Car[]
const days: readonly Day[] = dataOf('seattle-weather.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [date = '', rain, high, low, wind, weather = ''] = line.trim().split(',')
    return { date, rain: Number(rain), high: Number(high), low: Number(low), wind: Number(wind), weather }
  })

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const present = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
const horsepower = present(cars.map((car) => car.Horsepower))
const percentile = (values: readonly number[], fraction: number) => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * fraction
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at - Math.floor(at))
}
const variance = (values: readonly number[]) =>
  sum(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1)
const correlation = (pairs: readonly (readonly [number, number])[]) => {
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
  const together = sum(pairs.map(([x, y]) => (x - mean(xs)) * (y - mean(ys)))) / (pairs.length - 1)
  return together / Math.sqrt(variance(xs) * variance(ys))
}
const outliers = (values: readonly number[]) => {
  const [low, high] = [percentile(values, 0.25), percentile(values, 0.75)]
  return values.filter((value) => value < low - 1.5 * (high - low) || value > high + 1.5 * (high - low))
}
const rainWhere = (where: (day: Day) => boolean) => sum(days.filter(where).map(({ rain }) => rain))
const carsWhere = (where: (car: Car) => boolean) => cars.filter(where).length
const weekday = ({ date }: Day) => new Date(`${date}T00:00:00Z`).getUTCDay()

const figure = (value: number) => {
  const rounding = Math.abs(value) < 1 ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 2 }
  return value.toLocaleString('en-US', rounding)
}
const bold = (value: number) => `**${figure(value)}**`

type Case = readonly [question: string, ...expected: readonly string[]]

function asks(open: () => OfflineWorkspace, cases: readonly Case[]): void {
  test.each(cases)('%s', async (question, ...expected) => {
    const { markdown } = await open().ask(question)
    for (const part of expected) expect(markdown).toContain(part)
  })
}

describe('over cars', () => {
  let workspace: OfflineWorkspace
  beforeAll(async () => {
    workspace = await openOfflineWorkspace({ files: { 'cars.json': dataOf('cars.json') } })
  })
  afterAll(() => workspace[Symbol.asyncDispose]())

  const large = carsWhere(({ Cylinders }) => Cylinders === 8)
  const europeans = carsWhere(({ Origin }) => Origin === 'Europe')
  asks(
    () => workspace,
    [
      ['median horsepower', bold(percentile(horsepower, 0.5)), 'rows without *Horsepower* are left out'],
      ['p95 of horsepower', bold(percentile(horsepower, 0.95))],
      [
        '90th percentile of weight',
        bold(
          percentile(
            cars.map((car) => car.Weight_in_lbs),
            0.9,
          ),
        ),
        'interpolated',
      ],
      [
        'upper quartile of displacement',
        bold(
          percentile(
            cars.map((car) => car.Displacement),
            0.75,
          ),
        ),
      ],
      ['standard deviation of horsepower', bold(Math.sqrt(variance(horsepower))), 'that of a sample'],
      ['variance of horsepower', bold(variance(horsepower))],
      ['range of horsepower', bold(Math.max(...horsepower) - Math.min(...horsepower))],
      [
        'does horsepower depend on weight',
        bold(
          correlation(cars.flatMap((car) => (car.Horsepower === null ? [] : [[car.Horsepower, car.Weight_in_lbs]]))),
        ),
      ],
      ['how many cars have no horsepower', `${bold(cars.length - horsepower.length)} rows`],
      ['how many cars are missing miles per gallon', bold(carsWhere((car) => car.Miles_per_Gallon === null))],
      ['how many missing values are there', `| Horsepower | ${cars.length - horsepower.length} |`],
      ['what percentage of cars are from Europe', `**${figure((100 * europeans) / cars.length)} %**`, bold(europeans)],
      [
        'what percentage of cars with 4 cylinders are from Japan',
        `${bold(carsWhere((car) => car.Cylinders === 4 && car.Origin === 'Japan'))} of ${bold(carsWhere((car) => car.Cylinders === 4))}`,
      ],
      ['share of cars by origin', `| USA | 254 | ${figure((100 * 254) / cars.length)} % |`],
      ['how many outliers does acceleration have', bold(outliers(cars.map((car) => car.Acceleration)).length), '1.5 ×'],
      [
        'average horsepower without outliers',
        bold((sum(horsepower) - sum(outliers(horsepower))) / (horsepower.length - outliers(horsepower).length)),
      ],
      ['how many cars with 8 cylinders', bold(large)],
      ['how many cars with 4 or more cylinders', bold(carsWhere(({ Cylinders }) => Cylinders >= 4))],
      ['cars with more than 200 horsepower', `${bold(horsepower.filter((each) => each > 200).length)} such rows`],
      ['how many cars with horsepower 100–120', bold(horsepower.filter((each) => each >= 100 && each <= 120).length)],
      [
        'how many cars with horsepower at least 100 and less than 120',
        bold(horsepower.filter((each) => each >= 100 && each < 120).length),
      ],
      ['how many cars with weight over 3k lbs', bold(carsWhere((car) => car.Weight_in_lbs > 3000))],
      ['how many cars from Europe or with 8 cylinders', bold(europeans + large)],
      ['how many cars not from USA', bold(carsWhere(({ Origin }) => Origin !== 'USA'))],
      ['how many cars except from Europe and Japan', bold(carsWhere(({ Origin }) => Origin === 'USA'))],
      [
        'how many cars with above average horsepower',
        bold(horsepower.filter((each) => each > mean(horsepower)).length),
      ],
      ['how many names start with "chevrolet"', bold(carsWhere(({ Name }) => Name.startsWith('chevrolet')))],
      ['how many cars with name containing ford', bold(carsWhere(({ Name }) => Name.includes('ford')))],
      ['which origins have more than 75 cars', '| USA | 254 |', '| Japan | 79 |', '**2** groups'],
      ['which origins have an average horsepower over 100', '**1** group', '| USA | 119.9 |'],
      [
        'number of cars by horsepower in bins of 50',
        `| 50 | ${horsepower.filter((each) => each >= 50 && each < 100).length} |`,
      ],
      ['average number of cars per origin', bold(cars.length / 3)],
      ['most common origin', '**USA** comes first', bold(254)],
      ['which names occur more than once', '| ford pinto | 6 |'],
      ['how many duplicate rows', '**0** rows repeat'],
      ['which car has the highest horsepower', '**pontiac grand prix** comes first', bold(230)],
      ['average miles per gallon by year', '| 1970 | 17.69 |'],
      [
        'average horsepower between 1972 and 1974',
        bold(mean(present(cars.filter(({ Year }) => Year >= '1972' && Year < '1975').map((car) => car.Horsepower)))),
      ],
    ],
  )

  asks(
    () => workspace,
    [
      [
        'how many cars with weight over 1000 kg',
        bold(carsWhere(({ Weight_in_lbs: weight }) => weight > 1000 / 0.45359237)),
        'is in lb, so 1000 kg is 2204.6226',
      ],
      ['how many cars with weight over 1000 seconds', 'cannot be turned'],
      ['horsepower by origin', 'the average, the lowest, the highest or the total', '“average horsepower by origin”'],
      ['how many cars not', '“not”'],
      ['total horsepower in Europe or average weight', 'what “or” joins'],
      ['correlation of horsepower', 'between two columns'],
      ['outliers', 'Outliers of which column'],
      ['share of horsepower', 'A share of what in what'],
    ],
  )

  test('equals at the cut of a rank are kept, unless they are to be dropped', async () => {
    const bySize = [...cars].sort((a, b) => (b.Horsepower ?? 0) - (a.Horsepower ?? 0))
    const cut = bySize[5]?.Horsepower ?? 0
    const kept = horsepower.filter((each) => each >= cut).length
    expect(kept).toBeGreaterThan(6)
    expect((await workspace.ask('top 6 cars by horsepower')).markdown).toContain(`${bold(kept)} such rows`)
    expect((await workspace.ask('top 6 cars by horsepower without ties')).markdown).toContain('**6** such rows')
  })

  test('what is drawn fits what is asked', async () => {
    const drawn = async (question: string) =>
      (await workspace.ask(question)).calls.find(({ name }) => name === 'chart')?.input
    expect(await drawn('histogram of horsepower')).toMatchObject({ kind: 'histogram', x: 'Horsepower' })
    expect(await drawn('box plot of horsepower by origin')).toMatchObject({ kind: 'box', x: 'Origin', y: 'Horsepower' })
    expect(await drawn('plot horsepower against weight by origin')).toMatchObject({
      kind: 'scatter',
      x: 'Weight_in_lbs',
      y: 'Horsepower',
      series: 'Origin',
    })
    expect(await drawn('bar chart of average horsepower by origin and cylinders')).toMatchObject({
      kind: 'grouped-bar',
    })
    expect(await drawn('chart number of cars by origin and cylinders')).toMatchObject({ kind: 'stacked-bar' })
    expect(await drawn('heat map of average horsepower by origin and cylinders')).toMatchObject({
      kind: 'heat-map',
      x: 'Origin',
      series: 'Cylinders',
    })
  })
})

describe('over days', () => {
  let workspace: OfflineWorkspace
  beforeAll(async () => {
    workspace = await openOfflineWorkspace({ files: { 'weather.csv': dataOf('seattle-weather.csv') } })
  })
  afterAll(() => workspace[Symbol.asyncDispose]())

  const year = (which: string) => rainWhere(({ date }) => date.startsWith(which))
  const oneDay = bold(rainWhere(({ date }) => date === '2014-03-05'))
  const spring = bold(rainWhere(({ date }) => date >= '2014-03' && date < '2014-06'))
  const lowest = days.reduce((a, b) => (b.low < a.low ? b : a))
  asks(
    () => workspace,
    [
      ...['5 March 2014', 'March 5th, 2014', '5.3.2014', '2014-03-05', '2014/3/5', '5th of March 2014'].map(
        (date): Case => [`total precipitation on ${date}`, oneDay],
      ),
      ['total precipitation between March and May 2014', spring],
      ['total precipitation from March 2014 to May 2014', spring],
      [
        'total precipitation in March and April 2014',
        bold(rainWhere(({ date }) => date >= '2014-03' && date < '2014-05')),
      ],
      [
        'total precipitation in march 2013 and april 2014',
        bold(rainWhere(({ date }) => /^2013-03|^2014-04/.test(date))),
      ],
      [
        'total precipitation in the first quarter of 2014',
        bold(rainWhere(({ date }) => date >= '2014-01' && date < '2014-04')),
      ],
      ['total precipitation in H2 2013', bold(rainWhere(({ date }) => date >= '2013-07' && date < '2014'))],
      ['total precipitation in March', bold(rainWhere(({ date }) => date.slice(5, 7) === '03'))],
      [
        'total precipitation between 2014-03-05 and 2014-04-10',
        bold(rainWhere(({ date }) => date >= '2014-03-05' && date <= '2014-04-10')),
      ],
      ['total precipitation from 2012 to 2013', bold(year('2012') + year('2013'))],
      ['total precipitation in the 2010s', bold(sum(days.map(({ rain }) => rain)))],
      ['total precipitation on weekends', bold(rainWhere((day) => weekday(day) % 6 === 0))],
      [
        'total precipitation on Mondays in 2014',
        bold(rainWhere((day) => weekday(day) === 1 && day.date.startsWith('2014'))),
      ],
      ['total precipitation except in 2014', bold(rainWhere(({ date }) => !date.startsWith('2014')))],
      [
        'total precipitation last year',
        bold(year('2015')),
        '“last year” is 2015, counted from the newest *date*, 2015-12-31',
      ],
      ['total precipitation in the last 3 months', bold(rainWhere(({ date }) => date >= '2015-10'))],
      ['total precipitation in the previous year', bold(year('2014'))],
      ['how many days had temp_max over 30', bold(days.filter(({ high }) => high > 30).length), 'every row is one day'],
      [
        'how many days with rain or snow',
        bold(days.filter(({ weather }) => weather === 'rain' || weather === 'snow').length),
      ],
      ['what share of days in 2014 had rain', '**148** of **365**'],
      ['when was the lowest temp_min', `| ${lowest.date} | ${lowest.low} |`],
      ['most common weather by year', '| 2012 | rain |', '| 2013 | sun |', '**4** groups'],
      ['precipitation growth by year', `| 2013 | ${figure(year('2013'))} | ${figure(year('2013') - year('2012'))} |`],
      [
        'how much did precipitation change between 2013 and 2014',
        `a change of ${bold(year('2014') - year('2013'))}`,
        `${figure((100 * (year('2014') - year('2013'))) / year('2013'))} %`,
      ],
      ['running total of precipitation by month in 2015', `| ${figure(year('2015'))} |`],
      [
        'average precipitation by weekday',
        `| Monday | ${figure(mean(days.filter((day) => weekday(day) === 1).map(({ rain }) => rain)))} |`,
      ],
      [
        'total precipitation by month of the year',
        `| January | ${figure(rainWhere(({ date }) => date.slice(5, 7) === '01'))} |`,
      ],
      ['average number of rows per month', bold(days.length / 48)],
    ],
  )

  asks(
    () => workspace,
    [
      ['total precipitation on 3/5/2014', 'is it 2014-03-05 or 2014-05-03', '“total precipitation on 2014-03-05”'],
      ['growth of precipitation', '“growth of precipitation by year”'],
      ['which month has the highest average temp_max', 'calendar month', 'month of the year'],
      ['average wind in winter', '“winter”'],
      ['total precipitation not in 2014 and in rain', 'how far “not” reaches'],
      ['total precipitation on 31 February 2014', 'I did not understand'],
    ],
  )

  test('a date that can be read in one way only is not asked about', async () => {
    const { markdown } = await workspace.ask('total precipitation on 3/15/2014')
    expect(markdown).toContain(bold(rainWhere(({ date }) => date === '2014-03-15')))
  })
})
