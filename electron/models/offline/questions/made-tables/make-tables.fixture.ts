import { toCsv } from '../../../../../scripts/sample-workspace/to-csv.ts'
import { makeBookings } from './make-bookings.fixture.ts'
import { makeDonations } from './make-donations.fixture.ts'
import { makeFlats } from './make-flats.fixture.ts'
import { makeGrades } from './make-grades.fixture.ts'
import { makeGym } from './make-gym.fixture.ts'
import { makeHarvest } from './make-harvest.fixture.ts'
import { makeLibrary } from './make-library.fixture.ts'
import { makeParcels } from './make-parcels.fixture.ts'
import { makePlays } from './make-plays.fixture.ts'
import { makeReadings } from './make-readings.fixture.ts'
import { makeShopOrders } from './make-shop-orders.fixture.ts'
import { makeRepairs } from './make-repairs.fixture.ts'
import { makeRestaurant } from './make-restaurant.fixture.ts'
import { makeStaff } from './make-staff.fixture.ts'
import { makeStatement } from './make-statement.fixture.ts'
import { makeStock } from './make-stock.fixture.ts'
import { makeVisits } from './make-visits.fixture.ts'

/** The files of this folder, by name. They are kept, so that a question's answer can be looked up by eye. */
export function makeTables(): Readonly<Record<string, string>> {
  const { members, books, loans } = makeLibrary()
  const { rooms, bookings } = makeBookings()
  const gym = makeGym()
  const { tables, bills } = makeRestaurant()
  const { staff, offices } = makeStaff()
  return {
    'bills.csv': toCsv(bills),
    'bookings.csv': toCsv(bookings),
    'books.csv': toCsv(books),
    'check-ins.csv': toCsv(gym.checkIns),
    'donations.csv': toCsv(makeDonations()),
    'flats.csv': toCsv(makeFlats()),
    'grades.csv': toCsv(makeGrades()),
    'gym-members.csv': toCsv(gym.members),
    'harvest.csv': toCsv(makeHarvest()),
    'loans.csv': toCsv(loans),
    'members.csv': toCsv(members),
    'offices.csv': toCsv(offices),
    'parcels.csv': toCsv(makeParcels()),
    'plays.csv': toCsv(makePlays()),
    'readings.csv': toCsv(makeReadings()),
    'repairs.csv': toCsv(makeRepairs()),
    'rooms.csv': toCsv(rooms),
    'shop-orders.csv': toCsv(makeShopOrders()),
    'seating.csv': toCsv(tables),
    'staff.csv': toCsv(staff),
    'statement.csv': toCsv(makeStatement()),
    'stock.csv': toCsv(makeStock()),
    'visits.csv': toCsv(makeVisits()),
  }
}
