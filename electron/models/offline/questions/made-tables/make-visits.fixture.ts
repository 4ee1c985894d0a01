import { dayAfter, drawFrom } from './draw-from.fixture.ts'

const departments = [
  { department: 'Cardiology', doctors: ['Dr. Abara', 'Dr. Lindqvist'], fee: 180 },
  { department: 'Dermatology', doctors: ['Dr. Fontaine'], fee: 95 },
  { department: 'Orthopedics', doctors: ['Dr. Novak', 'Dr. Sato'], fee: 140 },
  { department: 'Pediatrics', doctors: ['Dr. Mbeki'], fee: 70 },
]
const insurers = ['Northstar', 'CarePlus', 'Helvetia', null]

/** A year of visits of a clinic. A few rows were entered twice; no follow-up means an empty field. */
export function makeVisits() {
  const draw = drawFrom(23)
  const visits = Array.from({ length: 320 }, (_, index) => {
    const { department, doctors, fee } = draw.oneOf(departments)
    const visited = dayAfter('2023-01-02', Math.floor((index * 362) / 320))
    return {
      visit_no: 5001 + index,
      visit_date: visited,
      department,
      doctor: draw.oneOf(doctors),
      patient_age: department === 'Pediatrics' ? draw.whole(1, 16) : draw.whole(18, 88),
      reason: draw.oneOf(['check-up', 'pain', 'injury', 'second opinion', 'rash']),
      waiting_minutes: draw.chance(0.03) ? draw.whole(120, 190) : draw.whole(3, 55),
      fee: fee + 5 * draw.whole(-4, 12),
      insurer: draw.oneOf(insurers),
      follow_up: draw.chance(0.35) ? dayAfter(visited, draw.whole(7, 45)) : null,
    }
  })
  return visits.flatMap((visit) => (visit.visit_no % 80 === 0 ? [visit, visit] : [visit]))
}
