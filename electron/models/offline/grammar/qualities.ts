import type { Direction } from './ranks.ts'

/**
 * What an adjective speaks of: the words of columns that hold more of it, and of those that hold less of it the more
 * there is. The older, the greater the age and the earlier the birth.
 */
export type Quality = {
  readonly more: readonly string[]
  readonly less: readonly string[]
  /** For single rows, where no column is called so: the dearest stay by what was charged for it. */
  readonly ofRow?: readonly string[]
  /** Where only what one piece costs is called so: what all of them came to. */
  readonly ofWhole?: readonly string[]
}

const weight: Quality = { more: ['weight', 'mass'], less: [] }
const height: Quality = { more: ['height', 'stature', 'elevation', 'altitude'], less: [] }
export const length: Quality = {
  more: ['length', 'duration', 'running time', 'runtime', 'distance'],
  less: [],
  ofRow: ['minute', 'hour', 'night', 'wait', 'km', 'mile', 'page', 'time'],
}
/** How long something takes. */
const duration: Quality = {
  more: [
    'length',
    'duration',
    'running time',
    'runtime',
    'minute',
    'hour',
    'second',
    'wait',
    'waiting',
    'night',
    'day',
  ],
  less: [],
}
const temperature: Quality = { more: ['temperature', 'temp'], less: [] }
/** What one thing costs. */
export const price: Quality = {
  more: ['price', 'cost', 'fare', 'fee', 'rent', 'preis', 'stückpreis', 'einzelpreis'],
  less: [],
  ofRow: ['amount', 'charge', 'total', 'paid', 'payment', 'bill', 'rate', 'value'],
}
/** In a column's name they say that it is of one piece, and not of all that a row is about. */
export const pieceWords: ReadonlySet<string> = new Set(['unit', 'per', 'each', 'piece', 'single'])

/** What is paid, earned or owed. */
export const money: Quality = {
  more: [
    'amount',
    'price',
    'cost',
    'fare',
    'fee',
    'charge',
    'payment',
    'paid',
    'spending',
    'total',
    'revenue',
    'fine',
    'rent',
    'taking',
    'sold for',
  ],
  less: [],
  ofWhole: ['value', 'worth'],
}
const age: Quality = { more: ['age'], less: ['birth', 'birthday', 'birthdate', 'dob', 'born'] }
const speed: Quality = {
  more: ['speed', 'velocity', 'mph', 'kmh'],
  less: ['time', 'duration', 'minute', 'second', 'pace'],
}
const wealth: Quality = { more: ['income', 'gdp', 'wealth', 'salary', 'wage'], less: [] }
const pay: Quality = { more: ['salary', 'wage', 'pay'], less: [] }
const wind: Quality = { more: ['wind', 'gust'], less: [] }
const calm: Quality = { more: ['wind', 'wind speed', 'gust', 'wave', 'speed'], less: [] }
const rain: Quality = { more: ['precipitation', 'rain', 'rainfall'], less: [] }
const depth: Quality = { more: ['depth'], less: [] }
const people: Quality = { more: ['population', 'pop', 'inhabitant', 'resident'], less: [] }
const power: Quality = { more: ['power', 'horsepower', 'hp'], less: [] }

const thickness: Quality = { more: ['thickness', 'page'], less: [] }
const width: Quality = { more: ['width'], less: [] }
const strength: Quality = { more: ['strength', 'magnitude', 'force', 'alcohol', 'abv'], less: [] }
const loudness: Quality = { more: ['noise', 'loudness', 'db', 'decibel'], less: [] }
const slope: Quality = { more: ['slope', 'gradient', 'incline'], less: [] }
const snow: Quality = { more: ['snow', 'snowfall'], less: [] }
const sunshine: Quality = { more: ['sunshine', 'sun'], less: [] }
const crowd: Quality = {
  more: ['passenger', 'visitor', 'traffic', 'attendance', 'attendee', 'customer', 'guest', 'spectator'],
  less: [],
}
const newness: Quality = {
  more: ['age'],
  less: ['year', 'built', 'published', 'founded', 'released', 'release', 'joined', 'hired'],
}
const economy: Quality = { more: [], less: ['mpg', 'miles per gallon', 'fuel economy'] }
const distance: Quality = { more: ['distance'], less: [] }
const latitude: Quality = { more: ['latitude', 'lat'], less: [] }
const longitude: Quality = { more: ['longitude', 'lon', 'lng'], less: [] }
const profit: Quality = { more: ['profit', 'margin', 'earnings'], less: [] }
/** How big a thing is. */
export const size: Quality = { more: ['area', 'size', 'surface', 'sqft', 'sqm', 'acreage'], less: [] }
/** How good something is found. */
export const rating: Quality = { more: ['rating', 'score', 'star', 'grade', 'mark'], less: [] }
const views: Quality = { more: ['view', 'viewer', 'watched'], less: [] }
const sold: Quality = { more: ['sold', 'sale', 'copy'], less: [] }

/** Adjectives that compare: "heavier than 5 kg". */
export const comparativeQualities: Readonly<Record<string, Quality>> = {
  'heavier than': weight,
  'lighter than': weight,
  'taller than': height,
  'higher than': height,
  'shorter than': { more: [...height.more, ...length.more], less: [] },
  'longer than': length,
  'hotter than': temperature,
  'warmer than': temperature,
  'colder than': temperature,
  'cooler than': temperature,
  'cheaper than': price,
  'more expensive than': price,
  'less expensive than': price,
  'dearer than': price,
  'older than': { more: age.more, less: [] },
  'younger than': { more: age.more, less: [] },
  'faster than': { more: speed.more, less: [] },
  'slower than': { more: speed.more, less: [] },
  'richer than': wealth,
  'poorer than': wealth,
  'deeper than': depth,
}

/** Adjectives that rank: "the heaviest". */
export const superlativeQualities: Readonly<Record<string, Quality>> = {
  heaviest: weight,
  lightest: weight,
  tallest: height,
  shortest: { more: [...height.more, ...length.more], less: [] },
  longest: length,
  hottest: temperature,
  warmest: temperature,
  coldest: temperature,
  coolest: temperature,
  'most expensive': price,
  priciest: price,
  'least expensive': price,
  cheapest: price,
  oldest: age,
  youngest: age,
  fastest: speed,
  slowest: speed,
  'best paid': pay,
  'highest paid': pay,
  'lowest paid': pay,
  'worst paid': pay,
  deadliest: { more: ['death', 'fatality', 'killed', 'victim'], less: [] },
  richest: wealth,
  poorest: wealth,
  windiest: wind,
  calmest: calm,
  wettest: rain,
  rainiest: rain,
  driest: rain,
  deepest: depth,
  shallowest: depth,
  'most populous': people,
  'least populous': people,
  thickest: thickness,
  thinnest: thickness,
  widest: width,
  narrowest: width,
  strongest: strength,
  weakest: strength,
  loudest: loudness,
  quietest: loudness,
  steepest: slope,
  snowiest: snow,
  sunniest: sunshine,
  busiest: crowd,
  newest: newness,
  ...ofAll(distance, 'nearest, closest, furthest, farthest, furthest away, farthest away'),
  ...ofAll(latitude, 'furthest north, farthest north, northernmost, furthest south, farthest south, southernmost'),
  ...ofAll(longitude, 'furthest east, farthest east, easternmost, furthest west, farthest west, westernmost'),
  ...ofAll(price, 'costliest, dearest, most costly'),
  ...ofAll(profit, 'most profitable, least profitable'),
  ...ofAll(rating, 'best rated, best-rated, highest rated, highest-rated, top rated, top-rated'),
  ...ofAll(rating, 'worst rated, worst-rated, lowest rated, lowest-rated, best, worst'),
  ...ofAll(views, 'most viewed, most watched, least viewed'),
  ...ofAll(sold, 'best selling, best-selling, bestselling'),
  thirstiest: economy,
  'most powerful': power,
  'least powerful': power,
}

/** Words of columns of which less is better: the worst field by spoiled kilos has the most of them. */
export const badWords: ReadonlySet<string> = new Set(
  `spoiled wasted waste lost loss late lateness delay delayed absent absence missed missing error fault defect damage
   damaged complaint death killed injured injury fine penalty cancelled cancellation wait waiting debt rejected broken
   downtime emission pollution noise unemployment crime`.split(/\s+/),
)

/** Adjectives of what comes together: a wetter year is one with more rain in all, a heavier species one on average. */
export const addingQualities: ReadonlySet<string> = new Set(
  `wettest, rainiest, driest, snowiest, sunniest, busiest, deadliest, most profitable, least profitable, most viewed,
   most watched, least viewed, best selling, best-selling, bestselling`.split(/,\s+/),
)

/** Words of columns that tell which of two columns an extreme is of: the hottest day by its highest temperature. */
export const extremeWords: Readonly<Record<Direction, readonly string[]>> = {
  highest: ['max', 'maximum', 'high', 'highest'],
  lowest: ['min', 'minimum', 'low', 'lowest'],
}

/** Verbs that stand for a column of figures: "what does it weigh", "cost more than 100". */
export const qualityVerbs: Readonly<Record<string, Quality>> = {
  weigh: weight,
  weighs: weight,
  weighed: weight,
  weighing: weight,
  ...ofAll({ more: [...price.more, 'budget'], less: [] }, 'cost, costs, costing'),
  priced: price,
  ...ofAll(price, 'fetch, fetches, fetched, fetching'),
  ...ofAll(money, 'pay, pays, paid, paying, spend, spends, spent, spending, charge, charges, charged, charging'),
  ...ofAll(money, 'bill, billed, invoiced, owe, owes, owed, worth'),
  aged: { more: age.more, less: [] },
  ...ofAll(
    { more: [...wealth.more, 'amount', 'payment', 'paid', 'revenue', 'charge', 'fee', 'total'], less: [] },
    'earn, earns, earned, earning',
  ),
  money,
}

/** After "how" they stand for a column of figures: "how long do they stay on average". */
export const howQualities: Readonly<Record<string, Quality>> = {
  ...ofAll(duration, 'long'),
  ...ofAll(distance, 'far'),
  ...ofAll(weight, 'heavy'),
  ...ofAll(height, 'tall, high'),
  ...ofAll({ more: age.more, less: [] }, 'old'),
  ...ofAll({ more: speed.more, less: [] }, 'fast'),
  ...ofAll(temperature, 'hot, cold, warm'),
  ...ofAll(depth, 'deep'),
  ...ofAll(price, 'expensive, costly, dear, cheap'),
}

function ofAll(quality: Quality, words: string): Readonly<Record<string, Quality>> {
  return Object.fromEntries(words.split(', ').map((word) => [word, quality]))
}

/**
 * In a column of money that comes and goes these are about one of both: what was spent is below zero. Who was paid is
 * not said by "paid" alone.
 */
export const signOfVerbs: Readonly<Record<string, '<' | '>'>> = {
  spend: '<',
  spends: '<',
  spent: '<',
  spending: '<',
  outgoings: '<',
  expense: '<',
  expenses: '<',
  expenditure: '<',
  earn: '>',
  earns: '>',
  earned: '>',
  earning: '>',
  income: '>',
  earnings: '>',
}
