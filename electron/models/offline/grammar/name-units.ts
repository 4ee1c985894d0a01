/** Units as they stand at the end of a column's name: `Weight_in_lbs` is the weight. In the form of `normalWord`. */
export const unitWords: ReadonlySet<string> = new Set(
  `mm cm m km inch foot ft yard mile mg g kg t ton lb lbs kgs oz ml l liter litre gallon cc
   kmh mph kph f celsius fahrenheit degree s sec second ms minute hour day
   usd eur gbp chf jpy dollar euro pound percent pct kw kwh mw mwh w hz pa hpa bar`.split(/\s+/),
)

/** What units measure: the waiting time is in `waiting_minutes`. In the form of `normalWord`. */
export const measureWords: Readonly<Record<string, readonly string[]>> = {
  time: ['millisecond', 'ms', 'second', 'sec', 's', 'minute', 'min', 'hour', 'hr', 'h', 'day', 'week'],
  duration: ['millisecond', 'ms', 'second', 'sec', 's', 'minute', 'min', 'hour', 'hr', 'h', 'day', 'week'],
  length: ['mm', 'cm', 'm', 'meter', 'km', 'inch', 'ft', 'foot', 'mile'],
  distance: ['m', 'meter', 'km', 'ft', 'foot', 'mile', 'mi'],
  height: ['mm', 'cm', 'm', 'meter', 'inch', 'ft', 'foot'],
  weight: ['mg', 'g', 'kg', 'kgs', 't', 'ton', 'lb', 'lbs', 'oz'],
  temperature: ['c', 'f', 'celsius', 'fahrenheit', 'degree'],
  voltage: ['volt', 'v', 'mv'],
  power: ['w', 'watt', 'kw', 'mw', 'hp'],
  energy: ['wh', 'kwh', 'mwh', 'joule', 'calorie', 'kcal'],
  speed: ['kmh', 'kph', 'mph', 'knot'],
  size: ['mm', 'cm', 'm', 'inch', 'ml', 'l', 'liter', 'litre', 'gallon', 'm2', 'sqm'],
  volume: ['ml', 'l', 'liter', 'litre', 'gallon'],
  percentage: ['pct', 'percent', 'perc'],
  share: ['pct', 'percent', 'perc'],
  amount: ['usd', 'eur', 'gbp', 'chf', 'dollar', 'euro', 'pound'],
  price: ['usd', 'eur', 'gbp', 'chf', 'dollar', 'euro', 'pound'],
  cost: ['usd', 'eur', 'gbp', 'chf', 'dollar', 'euro', 'pound'],
}

/** What a column of dates may be called though its name does not say so: "the follow-up date". */
export const dayWords: ReadonlySet<string> = new Set(['date', 'day', 'time'])

/** Behind the name of a thing they count or name it: `sales_amount` are sales, `guest_score` is no guest. */
export const countsOrNames: ReadonlySet<string> = new Set(
  'id no nr number num ref key code name title count total amount sum qty quantity volume value unit list'.split(' '),
)

/** Say nothing behind a column's name: the weather type is `weather`. In the form of `normalWord`. */
export const genericTails: ReadonlySet<string> = new Set(
  'type kind sort category value figure level speed reading number name group year method way'.split(' '),
)
