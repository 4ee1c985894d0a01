/**
 * What an adjective or verb speaks of: the words of columns that hold more of it, and of those that hold less of it the more
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

export const weight: Quality = { more: ['weight', 'mass'], less: [] }
export const height: Quality = { more: ['height', 'stature', 'elevation', 'altitude'], less: [] }
/** How long something is, or takes. */
export const length: Quality = {
  more: ['length', 'duration', 'running time', 'runtime', 'distance'],
  less: [],
  ofRow: ['minute', 'hour', 'night', 'wait', 'km', 'mile', 'page', 'time'],
}
/** How long something takes. */
export const duration: Quality = {
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
/** What is long or short may be high or low too: "shorter than 1.70". */
export const heightOrLength: Quality = { more: [...height.more, ...length.more], less: [] }
export const temperature: Quality = { more: ['temperature', 'temp'], less: [] }
/** What one thing costs. */
export const price: Quality = {
  more: ['price', 'cost', 'fare', 'fee', 'rent', 'preis', 'stückpreis', 'einzelpreis'],
  less: [],
  ofRow: ['amount', 'charge', 'total', 'paid', 'payment', 'bill', 'rate', 'value'],
}
/** What something costs may be its budget too. */
export const cost: Quality = { more: [...price.more, 'budget'], less: [] }

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
export const age: Quality = { more: ['age'], less: ['birth', 'birthday', 'birthdate', 'dob', 'born'] }
/** What a number of years is compared with. */
export const yearsOfAge: Quality = { more: age.more, less: [] }
/** In distance by time, or in time. */
export const speed: Quality = {
  more: ['speed', 'velocity', 'mph', 'kmh'],
  less: ['time', 'duration', 'minute', 'second', 'pace'],
}
/** In distance by time only, which a number is compared with. */
export const velocity: Quality = { more: speed.more, less: [] }
export const wealth: Quality = { more: ['income', 'gdp', 'wealth', 'salary', 'wage'], less: [] }
/** What comes in. */
export const takings: Quality = {
  more: [...wealth.more, 'amount', 'payment', 'paid', 'revenue', 'charge', 'fee', 'total'],
  less: [],
}
export const pay: Quality = { more: ['salary', 'wage', 'pay'], less: [] }
export const wind: Quality = { more: ['wind', 'gust'], less: [] }
export const calm: Quality = { more: ['wind', 'wind speed', 'gust', 'wave', 'speed'], less: [] }
export const rain: Quality = { more: ['precipitation', 'rain', 'rainfall'], less: [] }
export const depth: Quality = { more: ['depth'], less: [] }
export const people: Quality = { more: ['population', 'pop', 'inhabitant', 'resident'], less: [] }
export const power: Quality = { more: ['power', 'horsepower', 'hp'], less: [] }
export const deaths: Quality = { more: ['death', 'fatality', 'killed', 'victim'], less: [] }
export const thickness: Quality = { more: ['thickness', 'page'], less: [] }
export const width: Quality = { more: ['width'], less: [] }
export const strength: Quality = { more: ['strength', 'magnitude', 'force', 'alcohol', 'abv'], less: [] }
export const loudness: Quality = { more: ['noise', 'loudness', 'db', 'decibel'], less: [] }
export const slope: Quality = { more: ['slope', 'gradient', 'incline'], less: [] }
export const snow: Quality = { more: ['snow', 'snowfall'], less: [] }
export const sunshine: Quality = { more: ['sunshine', 'sun'], less: [] }
export const crowd: Quality = {
  more: ['passenger', 'visitor', 'traffic', 'attendance', 'attendee', 'customer', 'guest', 'spectator'],
  less: [],
}
export const newness: Quality = {
  more: ['age'],
  less: ['year', 'built', 'published', 'founded', 'released', 'release', 'joined', 'hired'],
}
export const economy: Quality = { more: [], less: ['mpg', 'miles per gallon', 'fuel economy'] }
export const distance: Quality = { more: ['distance'], less: [] }
export const latitude: Quality = { more: ['latitude', 'lat'], less: [] }
export const longitude: Quality = { more: ['longitude', 'lon', 'lng'], less: [] }
export const profit: Quality = { more: ['profit', 'margin', 'earnings'], less: [] }
/** How big a thing is. */
export const size: Quality = { more: ['area', 'size', 'surface', 'sqft', 'sqm', 'acreage'], less: [] }
/** How good something is found. */
export const rating: Quality = { more: ['rating', 'score', 'star', 'grade', 'mark'], less: [] }
export const views: Quality = { more: ['view', 'viewer', 'watched'], less: [] }
export const sold: Quality = { more: ['sold', 'sale', 'copy'], less: [] }
