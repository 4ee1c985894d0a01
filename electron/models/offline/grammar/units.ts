/**
 * Units that may follow a number or stand in a column's name, each with its other spellings. A number in one unit is
 * never compared with a column in another.
 */
export const units: readonly (readonly string[])[] = [
  ['lb', 'lbs', 'pound', 'pounds'],
  ['kg', 'kilo', 'kilos', 'kilogram', 'kilograms'],
  ['g', 'gram', 'grams'],
  ['ton', 'tons', 't', 'tonne', 'tonnes'],
  ['mm', 'millimeter', 'millimeters', 'millimetre', 'millimetres'],
  ['cm', 'centimeter', 'centimeters', 'centimetre', 'centimetres'],
  ['meter', 'm', 'meters', 'metre', 'metres'],
  ['km', 'kilometer', 'kilometers', 'kilometre', 'kilometres'],
  ['mile', 'miles', 'mi'],
  ['inch', 'inches'],
  ['foot', 'feet', 'ft'],
  ['min', 'mins', 'minute', 'minutes'],
  ['sec', 'secs', 'second', 'seconds'],
  ['hour', 'hours', 'hr', 'hrs'],
  ['usd', 'dollar', 'dollars', '$'],
  ['eur', 'euro', 'euros', '€'],
  ['gbp', '£'],
  ['percent', 'pct', '%', 'per cent'],
  ['degree', 'degrees', '°'],
  ['celsius', '°c'],
  ['fahrenheit', '°f'],
  ['mph'],
  ['hp'],
  ['cc'],
]
