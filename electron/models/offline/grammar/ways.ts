/** One end of a way: the words that say it before a value, and those of the columns that hold it. */
export type EndOfWay = {
  readonly said: ReadonlySet<string>
  /** In the form of `normalWord`. */
  readonly columns: ReadonlySet<string>
}

export const startOfWay: EndOfWay = {
  said: new Set('from out leaving left starting started starts beginning departing departed setting'.split(' ')),
  columns: new Set('origin from source start started begin departure departed depart pickup sender seller'.split(' ')),
}

export const endOfWay: EndOfWay = {
  said: new Set('to into ending ended ends finishing arriving arrived arrives'.split(' ')),
  columns: new Set(
    'destination dest to target end ended finish arrival arrived arrive dropoff receiver recipient'.split(' '),
  ),
}
