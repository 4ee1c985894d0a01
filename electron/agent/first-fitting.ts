/**
 * The first of a list that fits, where each one after it fits too. By halving: sizing every place of a long
 * conversation would cost its square.
 */
export function firstFitting<Place>(places: readonly Place[], fits: (place: Place) => boolean): Place | undefined {
  let from = 0
  let to = places.length
  while (from < to) {
    const middle = (from + to) >> 1
    const place = places[middle]
    if (place !== undefined && fits(place)) to = middle
    else from = middle + 1
  }
  return places[from]
}
