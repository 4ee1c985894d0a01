import { drawFrom } from './draw-from.fixture.ts'

const names = [
  'Amara Osei',
  'Ben Whitlock',
  'Chiara Russo',
  'Dylan Pryce',
  'Elif Kaya',
  'Finn Larsen',
  'Greta Holm',
  'Hugo Blanc',
  'Isla Munro',
  'Jonas Weber',
  'Keira Doyle',
  'Leo Santos',
  'Mina Park',
  'Noor Haddad',
]
const subjects = [
  { subject: 'Algebra', teacher: 'Mrs Pemberton', level: 66 },
  { subject: 'Biology', teacher: 'Mr Oyelaran', level: 71 },
  { subject: 'French', teacher: 'Mme Duval', level: 74 },
  { subject: 'Music', teacher: 'Mr Tansley', level: 82 },
]

/** Two classes, four subjects, three terms. A mark is missing where a pupil was ill. */
export function makeGrades() {
  const draw = drawFrom(11)
  const pupils = names.map((pupil, index) => ({
    pupil,
    form: index % 2 === 0 ? '7A' : '7B',
    gift: draw.whole(-12, 12),
  }))
  return pupils.flatMap(({ pupil, form, gift }) =>
    ['Autumn', 'Spring', 'Summer'].flatMap((term, index) =>
      subjects.map(({ subject, teacher, level }) => ({
        pupil,
        form,
        subject,
        teacher,
        term,
        mark: draw.chance(0.05) ? null : Math.min(100, level + gift + 2 * index + draw.whole(-9, 9)),
        days_absent: draw.chance(0.5) ? 0 : draw.whole(1, 6),
        homework_late: draw.whole(0, 4),
      })),
    ),
  )
}
