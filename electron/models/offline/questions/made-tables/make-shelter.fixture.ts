import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const species = [
  { animal: 'dog', breeds: ['Labrador', 'Terrier', 'Shepherd', 'Beagle', 'mixed', 'mixed'], kg: 19, fee: 220 },
  { animal: 'dog', breeds: ['Labrador', 'Terrier', 'Shepherd', 'Greyhound', 'mixed'], kg: 22, fee: 220 },
  { animal: 'cat', breeds: ['Domestic Shorthair', 'Domestic Shorthair', 'Siamese', 'Maine Coon'], kg: 4.3, fee: 110 },
  { animal: 'cat', breeds: ['Domestic Shorthair', 'Persian', 'mixed'], kg: 4, fee: 110 },
  { animal: 'rabbit', breeds: ['Lop', 'Dwarf', 'Rex'], kg: 2.1, fee: 45 },
]
const names = ['Bella', 'Rocky', 'Mimi', 'Pixie', 'Bruno', 'Nala', 'Oscar', 'Tilly', 'Zeus', 'Agent 9', null]

/** Three years of an animal shelter. Who is still there has no outcome; strays often come without a name or a chip. */
export function makeShelter() {
  const draw = drawFrom(181)
  return drawDays(draw, { from: '2022-01-03', days: 1080, count: 300 }).map((arrived, index) => {
    const { animal, breeds, kg, fee } = draw.oneOf(species)
    const reason = draw.oneOf(['stray', 'stray', 'owner surrender', 'transfer', 'confiscated'])
    const isHere = draw.chance(arrived > '2024-10-01' ? 0.6 : 0.03)
    const outcome = draw.oneOf(['adopted', 'adopted', 'adopted', 'returned to owner', 'transferred', 'died'])
    return {
      animal_no: `A${2201 + index}`,
      name: draw.oneOf(names),
      species: animal,
      breed: draw.oneOf(breeds),
      sex: draw.oneOf(['female', 'male']),
      colour: draw.oneOf(['black', 'white', 'brown', 'grey', 'ginger', 'black and white']),
      age_years: draw.chance(0.06) ? null : draw.decimal(0.2, 14, 1),
      weight_kg: Number((kg * draw.decimal(0.6, 1.5, 3) * (draw.chance(0.01) ? 10 : 1)).toFixed(1)),
      arrived_on: arrived.replaceAll('-', '/'),
      reason,
      kennel: animal === 'dog' ? `K${draw.whole(1, 12)}` : `Room ${draw.whole(1, 4)}`,
      chip_no: draw.chance(reason === 'stray' ? 0.6 : 0.1) ? null : `276${draw.whole(100_000_000, 999_999_999)}`,
      vaccinated: draw.chance(0.7) ? 'yes' : 'no',
      outcome: isHere ? null : outcome,
      left_on: isHere ? null : dayAfter(arrived, draw.whole(2, 120)).replaceAll('-', '/'),
      adoption_fee: !isHere && outcome === 'adopted' ? fee + 10 * draw.whole(-3, 3) : null,
    }
  })
}
