import { toCsv } from '../../../../../scripts/sample-workspace/to-csv.ts'
import { makeBookings } from './make-bookings.fixture.ts'
import { makeGrades } from './make-grades.fixture.ts'
import { makeLibrary } from './make-library.fixture.ts'
import { makeReadings } from './make-readings.fixture.ts'
import { makeStatement } from './make-statement.fixture.ts'
import { makeStock } from './make-stock.fixture.ts'
import { makeVisits } from './make-visits.fixture.ts'

/** The files of this folder, by name. They are kept, so that a question's answer can be looked up by eye. */
export function makeTables(): Readonly<Record<string, string>> {
  const { members, books, loans } = makeLibrary()
  const { rooms, bookings } = makeBookings()
  return {
    'bookings.csv': toCsv(bookings),
    'books.csv': toCsv(books),
    'grades.csv': toCsv(makeGrades()),
    'loans.csv': toCsv(loans),
    'members.csv': toCsv(members),
    'readings.csv': toCsv(makeReadings()),
    'rooms.csv': toCsv(rooms),
    'statement.csv': toCsv(makeStatement()),
    'stock.csv': toCsv(makeStock()),
    'visits.csv': toCsv(makeVisits()),
  }
}
