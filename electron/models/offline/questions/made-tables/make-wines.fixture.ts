import { drawDays } from './draw-days.fixture.ts'
import { drawFrom } from './draw-from.fixture.ts'

const wines = [
  { producer: 'Quinta do Vale', country: 'Portugal', region: 'Douro', grape: 'Touriga Nacional', colour: 'red' },
  { producer: 'Bodegas 1860', country: 'Spain', region: 'Rioja', grape: 'Tempranillo', colour: 'red' },
  { producer: 'Weingut Amsel', country: 'Germany', region: 'Mosel', grape: 'Riesling', colour: 'white' },
  { producer: 'Weingut Amsel', country: 'Germany', region: 'Mosel', grape: 'Pinot Noir', colour: 'red' },
  { producer: 'Domaine Rochette', country: 'France', region: 'Loire', grape: 'Chenin Blanc', colour: 'white' },
  { producer: 'Domaine Rochette', country: 'France', region: 'Loire', grape: 'Cabernet Franc', colour: 'rosé' },
  { producer: 'Château Brisson', country: 'France', region: 'Bordeaux', grape: 'Merlot', colour: 'red' },
  { producer: 'Maison Perlant', country: 'France', region: 'Champagne', grape: 'Chardonnay', colour: 'sparkling' },
  { producer: 'Tenuta Falco', country: 'Italy', region: 'Piedmont', grape: 'Nebbiolo', colour: 'red' },
  { producer: 'Cantina 4 Venti', country: 'Italy', region: 'Veneto', grape: 'Garganega', colour: 'white' },
]

/** What lies in a cellar, a row for each lot. Sparkling lots often have no vintage, and not all were tasted. */
export function makeWines() {
  const draw = drawFrom(151)
  return drawDays(draw, { from: '2015-02-10', days: 3240, count: 165 }).map((bought_on, index) => {
    const wine = draw.oneOf(wines)
    const boughtIn = Number(bought_on.slice(0, 4))
    const vintage = boughtIn - draw.whole(1, 14)
    const price = draw.chance(0.03) ? draw.decimal(240, 690, 2) : draw.decimal(7.5, 62, 2)
    return {
      lot: `L${String(index + 1).padStart(3, '0')}`,
      ...wine,
      vintage: wine.colour === 'sparkling' && draw.chance(0.7) ? null : vintage,
      alcohol_pct: draw.decimal(10.5, 15, 1),
      bottles: draw.whole(1, 24),
      price_per_bottle: price,
      rack: `${draw.oneOf(['A', 'B', 'C'])}${draw.whole(1, 6)}`,
      bought_on,
      drink_by: boughtIn + draw.whole(1, 18),
      score: draw.chance(0.22) ? null : draw.whole(78, 98),
    }
  })
}
