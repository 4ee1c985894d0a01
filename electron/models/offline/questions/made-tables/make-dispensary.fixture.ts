import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const medicines = [
  { medicine: 'Amoxivet 250', kind: 'antibiotic', form: 'tablets', price: 14.2 },
  { medicine: 'Doxyfarm', kind: 'antibiotic', form: 'powder', price: 31.5 },
  { medicine: 'Calmex', kind: 'sedative', form: 'paste', price: 18.9 },
  { medicine: 'Meloxin', kind: 'painkiller', form: 'liquid', price: 22.4 },
  { medicine: 'Paradol', kind: 'painkiller', form: 'tablets', price: 9.8 },
  { medicine: 'Wormex 12', kind: 'wormer', form: 'paste', price: 12.6 },
  { medicine: 'Tickguard', kind: 'parasite drops', form: 'drops', price: 27.9 },
]

/** What a veterinary pharmacy handed out. The owner's village is not always written down. */
export function makeDispensary() {
  const draw = drawFrom(317)
  return drawDays(draw, { from: '2022-07-01', days: 640, count: 360 }).map((dispensed_on, index) => {
    const { medicine, kind, form, price } = draw.oneOf(medicines)
    const unit_price = Number((price * draw.decimal(0.95, 1.15, 3)).toFixed(2))
    const packs = draw.chance(0.02) ? draw.whole(20, 30) : draw.whole(1, 6)
    return {
      slip_no: `S-${2200 + index}`,
      dispensed_on,
      species: draw.oneOf(['dog', 'dog', 'dog', 'cat', 'cat', 'horse', 'goat', 'rabbit']),
      medicine,
      kind,
      form,
      packs,
      unit_price,
      amount: Number((unit_price * packs).toFixed(2)),
      body_weight_kg: draw.chance(0.11) ? null : draw.decimal(1.2, 48, 1),
      vet: draw.oneOf(['Dr. Adler', 'Dr. Adler', 'Dr. Brandl', 'Dr. Czerny']),
      repeat: draw.chance(0.35) ? 'yes' : 'no',
      village: draw.chance(0.14) ? null : draw.oneOf(['Altdorf', 'Buchheim', 'Neuried', 'Seeon']),
      expires_on: dayAfter(dispensed_on, draw.whole(90, 900)),
    }
  })
}
