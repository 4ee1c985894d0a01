import type { Direction } from './ranks.ts'

/**
 * What an adjective speaks of: the words of columns that hold more of it, and of those that hold less of it the more
 * there is. The older, the greater the age and the earlier the birth.
 */
export type Quality = { readonly more: readonly string[]; readonly less: readonly string[] }

const weight: Quality = { more: ['weight', 'mass'], less: [] }
const height: Quality = { more: ['height', 'stature', 'elevation', 'altitude'], less: [] }
const length: Quality = { more: ['length', 'duration', 'running time', 'runtime', 'distance'], less: [] }
const temperature: Quality = { more: ['temperature', 'temp'], less: [] }
const price: Quality = { more: ['price', 'cost', 'fare', 'fee'], less: [] }
const age: Quality = { more: ['age'], less: ['birth', 'birthday', 'birthdate', 'dob', 'born'] }
const speed: Quality = { more: ['speed', 'velocity', 'mph', 'kmh'], less: ['time', 'duration'] }
const wealth: Quality = { more: ['income', 'gdp', 'wealth', 'salary', 'wage'], less: [] }
const wind: Quality = { more: ['wind', 'gust'], less: [] }
const rain: Quality = { more: ['precipitation', 'rain', 'rainfall'], less: [] }
const depth: Quality = { more: ['depth'], less: [] }
const people: Quality = { more: ['population', 'pop', 'inhabitant', 'resident'], less: [] }
const power: Quality = { more: ['power', 'horsepower', 'hp'], less: [] }

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
  richest: wealth,
  poorest: wealth,
  windiest: wind,
  wettest: rain,
  rainiest: rain,
  driest: rain,
  deepest: depth,
  shallowest: depth,
  'most populous': people,
  'least populous': people,
  'most powerful': power,
  'least powerful': power,
}

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
  cost: price,
  costs: price,
  costing: price,
  priced: price,
  aged: { more: age.more, less: [] },
  earn: wealth,
  earns: wealth,
}
