import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const beers = [
  { BeerName: 'Harbour Light', Style: 'Pale Ale', og: 1.046, ibu: 32, hops: 4.1 },
  { BeerName: 'Harbour Light', Style: 'Pale Ale', og: 1.046, ibu: 32, hops: 4.1 },
  { BeerName: 'Slack Tide', Style: 'IPA', og: 1.062, ibu: 61, hops: 9.4 },
  { BeerName: 'Gull Grey', Style: 'Stout', og: 1.058, ibu: 38, hops: 3.2 },
  { BeerName: 'Old Anchor', Style: 'Porter', og: 1.054, ibu: 29, hops: 2.8 },
  { BeerName: 'Pier 9', Style: 'Lager', og: 1.048, ibu: 22, hops: 2.4 },
  { BeerName: 'Fog Bank', Style: 'Wheat Beer', og: 1.05, ibu: 14, hops: 1.6 },
  { BeerName: 'Driftwood 12', Style: 'IPA', og: 1.07, ibu: 70, hops: 11.2 },
]

/** Three years of a small brewery. What still ferments is not bottled yet; a spoiled batch loses nearly all of it. */
export function makeBatches() {
  const draw = drawFrom(227)
  return Array.from({ length: 150 }, (_, index) => {
    const { BeerName, Style, og, ibu, hops } = draw.oneOf(beers)
    const BrewDate = dayAfter('2021-02-01', Math.floor((index * 1050) / 150) + draw.whole(0, 4))
    const VolumeLitres = draw.oneOf([500, 500, 1000, 1000, 1500])
    const originalGravity = Number((og + draw.decimal(-0.004, 0.004, 3)).toFixed(3))
    const finalGravity = draw.decimal(1.008, 1.016, 3)
    const isBottled = index < 143
    const isSpoiled = draw.chance(0.025)
    return {
      BatchNo: 1001 + index,
      BeerName,
      Style,
      BrewDate,
      BottledOn: isBottled ? dayAfter(BrewDate, draw.whole(14, 49)) : null,
      Brewer: draw.oneOf(['Anja', 'Anja', 'Mick', 'Tomás']),
      Tank: draw.oneOf(['T1', 'T2', 'T3', 'T4']),
      OriginalGravity: originalGravity,
      FinalGravity: isBottled ? finalGravity : null,
      ABV: isBottled ? Number(((originalGravity - finalGravity) * 131.25).toFixed(2)) : null,
      IBU: ibu + draw.whole(-4, 5),
      HopsKg: Number(((hops * VolumeLitres * draw.decimal(0.85, 1.15, 3)) / 1000).toFixed(2)),
      VolumeLitres,
      LitresLost: Math.round(VolumeLitres * (isSpoiled ? 0.93 : draw.decimal(0.02, 0.09, 3))),
      TasteScore: draw.chance(0.12) || !isBottled ? null : draw.decimal(isSpoiled ? 1 : 5.5, isSpoiled ? 3 : 9.8, 1),
      Organic: draw.chance(0.3) ? 'Y' : 'N',
    }
  })
}
