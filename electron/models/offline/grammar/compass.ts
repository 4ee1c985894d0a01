/** What lies in a direction of the compass from somewhere has more or less of one coordinate. */
export const compassPoints: Readonly<
  Record<string, { readonly axis: 'latitude' | 'longitude'; readonly comparison: 'above' | 'below' }>
> = {
  north: { axis: 'latitude', comparison: 'above' },
  south: { axis: 'latitude', comparison: 'below' },
  east: { axis: 'longitude', comparison: 'above' },
  west: { axis: 'longitude', comparison: 'below' },
}
