import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const articles = [
  { Artikel: 'Akkuschrauber', Warengruppe: 'Werkzeug', price: 89.9, Lieferant: 'Bohrfix GmbH' },
  { Artikel: 'Wasserwaage', Warengruppe: 'Werkzeug', price: 17.45, Lieferant: 'Bohrfix GmbH' },
  { Artikel: 'Silikon weiß', Warengruppe: 'Bauchemie', price: 6.25, Lieferant: 'Klebwerk AG' },
  { Artikel: 'Montagekleber', Warengruppe: 'Bauchemie', price: 8.79, Lieferant: 'Klebwerk AG' },
  { Artikel: 'Kupferrohr 15 mm', Warengruppe: 'Sanitär', price: 12.1, Lieferant: 'Rohr & Söhne' },
  { Artikel: 'Eckventil', Warengruppe: 'Sanitär', price: 9.35, Lieferant: 'Rohr & Söhne' },
  { Artikel: 'Steckdose', Warengruppe: 'Elektro', price: 4.6, Lieferant: 'Voltaris' },
]

/** A year of goods leaving a warehouse, in German. */
export function makeStock() {
  const draw = drawFrom(37)
  return Array.from({ length: 260 }, (_, index) => {
    const { Artikel, Warengruppe, price, Lieferant } = draw.oneOf(articles)
    const Menge = draw.whole(1, 40)
    const Stückpreis = Number((price * draw.decimal(0.9, 1.15, 2)).toFixed(2))
    return {
      Belegnummer: `LS-${2200 + index}`,
      Buchungsdatum: dayAfter('2022-01-03', Math.floor((index * 360) / 260)),
      Artikel,
      Warengruppe,
      Lagerort: draw.oneOf(['Halle 1', 'Halle 2', 'Außenlager']),
      Lieferant,
      Menge,
      Stückpreis,
      Gesamtwert: Number((Menge * Stückpreis).toFixed(2)),
    }
  })
}
