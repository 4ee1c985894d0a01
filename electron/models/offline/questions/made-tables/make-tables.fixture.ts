import { toCsv } from '../../../../../scripts/sample-workspace/to-csv.ts'
import { makeAppointments } from './make-appointments.fixture.ts'
import { makeBakery } from './make-bakery.fixture.ts'
import { makeBookings } from './make-bookings.fixture.ts'
import { makeChoir } from './make-choir.fixture.ts'
import { makeDonations } from './make-donations.fixture.ts'
import { makeEnergyBills } from './make-energy-bills.fixture.ts'
import { makeEpisodes } from './make-episodes.fixture.ts'
import { makeFlats } from './make-flats.fixture.ts'
import { makeGrades } from './make-grades.fixture.ts'
import { makeHelpDesk } from './make-help-desk.fixture.ts'
import { makeGym } from './make-gym.fixture.ts'
import { makeHarvest } from './make-harvest.fixture.ts'
import { makeInvoices } from './make-invoices.fixture.ts'
import { makeLibrary } from './make-library.fixture.ts'
import { makeMarathon } from './make-marathon.fixture.ts'
import { makeNursery } from './make-nursery.fixture.ts'
import { makeParcels } from './make-parcels.fixture.ts'
import { makeParking } from './make-parking.fixture.ts'
import { makePlays } from './make-plays.fixture.ts'
import { makeReadings } from './make-readings.fixture.ts'
import { makeRecipes } from './make-recipes.fixture.ts'
import { makeRepairs } from './make-repairs.fixture.ts'
import { makeRestaurant } from './make-restaurant.fixture.ts'
import { makeRunningClub } from './make-running-club.fixture.ts'
import { makeSailings } from './make-sailings.fixture.ts'
import { makeShelter } from './make-shelter.fixture.ts'
import { makeShopOrders } from './make-shop-orders.fixture.ts'
import { makeStaff } from './make-staff.fixture.ts'
import { makeStatement } from './make-statement.fixture.ts'
import { makeStock } from './make-stock.fixture.ts'
import { makeTickets } from './make-tickets.fixture.ts'
import { makeTrips } from './make-trips.fixture.ts'
import { makeVisits } from './make-visits.fixture.ts'
import { makeWines } from './make-wines.fixture.ts'

/** The files of this folder, by name. They are kept, so that a question's answer can be looked up by eye. */
export function makeTables(): Readonly<Record<string, string>> {
  const { members, books, loans } = makeLibrary()
  const { rooms, bookings } = makeBookings()
  const { singers, attendances } = makeChoir()
  const gym = makeGym()
  const { tables, bills } = makeRestaurant()
  const { staff, offices } = makeStaff()
  const { runners, results } = makeRunningClub()
  return {
    'appointments.csv': toCsv(makeAppointments()),
    'attendances.csv': toCsv(attendances),
    'animals.csv': toCsv(makeShelter()),
    'bakery-sales.csv': toCsv(makeBakery()),
    'bills.csv': toCsv(bills),
    'bookings.csv': toCsv(bookings),
    'books.csv': toCsv(books),
    'check-ins.csv': toCsv(gym.checkIns),
    'donations.csv': toCsv(makeDonations()),
    'energy-bills.csv': toCsv(makeEnergyBills()),
    'episodes.csv': toCsv(makeEpisodes()),
    'flats.csv': toCsv(makeFlats()),
    'grades.csv': toCsv(makeGrades()),
    'gym-members.csv': toCsv(gym.members),
    'harvest.csv': toCsv(makeHarvest()),
    'invoices.csv': toCsv(makeInvoices()),
    'help-desk.csv': toCsv(makeHelpDesk()),
    'loans.csv': toCsv(loans),
    'members.csv': toCsv(members),
    'offices.csv': toCsv(offices),
    'marathon.csv': toCsv(makeMarathon()),
    'parcels.csv': toCsv(makeParcels()),
    'parking.csv': toCsv(makeParking()),
    'plants.csv': toCsv(makeNursery()),
    'plays.csv': toCsv(makePlays()),
    'race-results.csv': toCsv(results),
    'readings.csv': toCsv(makeReadings()),
    'recipes.csv': toCsv(makeRecipes()),
    'repairs.csv': toCsv(makeRepairs()),
    'rooms.csv': toCsv(rooms),
    'runners.csv': toCsv(runners),
    'sailings.csv': toCsv(makeSailings()),
    'seating.csv': toCsv(tables),
    'singers.csv': toCsv(singers),
    'shop-orders.csv': toCsv(makeShopOrders()),
    'staff.csv': toCsv(staff),
    'statement.csv': toCsv(makeStatement()),
    'stock.csv': toCsv(makeStock()),
    'tickets.csv': toCsv(makeTickets()),
    'trips.csv': toCsv(makeTrips()),
    'visits.csv': toCsv(makeVisits()),
    'wines.csv': toCsv(makeWines()),
  }
}
