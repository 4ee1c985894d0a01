import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const kinds = [
  { treatment: 'check-up', minutes: 20, fee: 48 },
  { treatment: 'check-up', minutes: 20, fee: 48 },
  { treatment: 'check-up', minutes: 20, fee: 48 },
  { treatment: 'cleaning', minutes: 40, fee: 85 },
  { treatment: 'cleaning', minutes: 40, fee: 85 },
  { treatment: 'filling', minutes: 45, fee: 130 },
  { treatment: 'filling', minutes: 45, fee: 130 },
  { treatment: 'root canal', minutes: 95, fee: 620 },
  { treatment: 'crown', minutes: 75, fee: 840 },
  { treatment: 'extraction', minutes: 35, fee: 170 },
]
const insurers = ['Helvita', 'MediPlus', 'Krankenkasse Nord', 'Sanova']

/** A year and a half of a dentist. A patient without an insurer pays all; an unpaid bill has no day of payment. */
export function makeTreatments() {
  const draw = drawFrom(229)
  const patients = Array.from({ length: 90 }, (_, index) => ({
    patient_no: 5001 + index,
    patient_age: draw.whole(4, 88),
    insurer: draw.chance(0.15) ? null : draw.oneOf(insurers),
  }))
  return drawDays(draw, { from: '2023-01-09', days: 530, count: 420 }).map((date) => {
    const { patient_no, patient_age, insurer } = draw.oneOf(patients)
    const { treatment, minutes, fee } = draw.oneOf(kinds)
    const charged = Number((fee * draw.decimal(0.9, 1.3, 3)).toFixed(2))
    return {
      treatment_date: date,
      patient_no,
      patient_age,
      insurer,
      treatment,
      tooth: treatment === 'check-up' || treatment === 'cleaning' ? null : toothOf(draw.whole(1, 4), draw.whole(1, 8)),
      dentist: draw.oneOf(['Dr. Amari', 'Dr. Amari', 'Dr. Voss', 'Dr. Keller']),
      chair: draw.oneOf(['Room 1', 'Room 2', 'Room 3']),
      minutes: Math.round(minutes * draw.decimal(0.7, 1.5, 3)),
      fee: charged,
      insurance_share: insurer === null ? 0 : Number((charged * draw.oneOf([0.5, 0.7, 0.8, 1])).toFixed(2)),
      anaesthetic: !['check-up', 'cleaning'].includes(treatment) && draw.chance(0.8) ? 'yes' : 'no',
      paid_on: draw.chance(0.09) ? null : dayAfter(date, draw.whole(0, 75)),
    }
  })
}

/** Quadrant and place, as dentists number teeth. */
function toothOf(quadrant: number, place: number): number {
  return quadrant * 10 + place
}
