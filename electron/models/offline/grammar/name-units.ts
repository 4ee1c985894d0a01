/** Units as they stand at the end of a column's name: `Weight_in_lbs` is the weight. In the form of `normalWord`. */
export const unitWords: ReadonlySet<string> = new Set(
  `mm cm m km inch foot ft yard mile mg g kg t ton lb lbs kgs oz ml l liter litre gallon cc
   kmh mph kph f celsius fahrenheit degree s sec second ms minute hour day
   usd eur gbp chf jpy dollar euro pound percent pct kw kwh mw mwh w hz pa hpa bar`.split(/\s+/),
)
