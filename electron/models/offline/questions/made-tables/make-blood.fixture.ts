import { drawDays } from './draw-days.fixture.ts'
import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const groups = ['O+', 'O+', 'O+', 'A+', 'A+', 'A+', 'B+', 'O-', 'A-', 'AB+', 'B-', 'AB-']
const kinds = [
  { donation_type: 'whole blood', volume: 470, pause: 84, usual: 9 },
  { donation_type: 'whole blood', volume: 470, pause: 84, usual: 9 },
  { donation_type: 'plasma', volume: 650, pause: 14, usual: 38 },
  { donation_type: 'platelets', volume: 260, pause: 28, usual: 62 },
]
const deferrals = ['low haemoglobin', 'low haemoglobin', 'recent travel', 'new tattoo', 'high blood pressure']

/** A blood service. Who was deferred gave nothing that day; now and then no pulse was written down. */
export function makeBlood() {
  const draw = drawFrom(223)
  const donors = Array.from({ length: 190 }, (_, index) => ({
    donor_no: `D${String(index + 1).padStart(4, '0')}`,
    sex: draw.oneOf(['female', 'male']),
    blood_group: draw.oneOf(groups),
    born: draw.whole(1955, 2003),
  }))
  return drawDays(draw, { from: '2022-01-03', days: 720, count: 480 }).map((day, index) => {
    const { donation_type, volume, pause, usual } = draw.oneOf(kinds)
    const isDeferred = draw.chance(0.11)
    const { donor_no, sex, blood_group, born } = draw.oneOf(donors)
    return {
      visit_id: 90_001 + index,
      donor_no,
      visit_date: day,
      centre: draw.oneOf(['Kingsbridge', 'Kingsbridge', 'Harlow Road', 'Mobile Unit 2', 'Fairview']),
      donor_age: Number(day.slice(0, 4)) - born,
      sex,
      blood_group,
      donation_type,
      volume_ml: isDeferred ? null : volume + draw.whole(-15, 10),
      haemoglobin: draw.decimal(sex === 'male' ? 12.8 : 11.9, sex === 'male' ? 17.2 : 15.6, 1),
      pulse: draw.chance(0.07) ? null : draw.whole(52, 104),
      minutes_in_chair: isDeferred ? null : Math.round(usual * draw.decimal(0.7, 1.6, 2)),
      first_time: draw.chance(0.17) ? 'yes' : 'no',
      deferral_reason: isDeferred ? draw.oneOf(deferrals) : null,
      fainted: !isDeferred && draw.chance(0.04) ? 'yes' : 'no',
      nurse: draw.oneOf(['Ivy Okoro', 'Tom Barlow', 'Saskia Vos']),
      next_possible: isDeferred ? null : dayAfter(day, pause),
    }
  })
}
