import { makeAppointments } from './make-appointments.fixture.ts'
import { makeBakery } from './make-bakery.fixture.ts'
import { makeBatches } from './make-batches.fixture.ts'
import { makeBikeCafe } from './make-bike-cafe.fixture.ts'
import { makeBlood } from './make-blood.fixture.ts'
import { makeBookings } from './make-bookings.fixture.ts'
import { makeBookshop } from './make-bookshop.fixture.ts'
import { makeBoxOffice } from './make-box-office.fixture.ts'
import { makeCallOuts } from './make-call-outs.fixture.ts'
import { makeCallouts } from './make-callouts.fixture.ts'
import { makeCampStays } from './make-camp-stays.fixture.ts'
import { makeChessClub } from './make-chess-club.fixture.ts'
import { makeChoir } from './make-choir.fixture.ts'
import { makeCloudCosts } from './make-cloud-costs.fixture.ts'
import { makeCourierJobs } from './make-courier-jobs.fixture.ts'
import { makeDispensary } from './make-dispensary.fixture.ts'
import { makeDonations } from './make-donations.fixture.ts'
import { makeDrivingLessons } from './make-driving-lessons.fixture.ts'
import { makeEnergyBills } from './make-energy-bills.fixture.ts'
import { makeEpisodes } from './make-episodes.fixture.ts'
import { makeFlats } from './make-flats.fixture.ts'
import { makeGrades } from './make-grades.fixture.ts'
import { makeGym } from './make-gym.fixture.ts'
import { makeHarvest } from './make-harvest.fixture.ts'
import { makeHelpDesk } from './make-help-desk.fixture.ts'
import { makeInvoices } from './make-invoices.fixture.ts'
import { makeLandings } from './make-landings.fixture.ts'
import { makeLibrary } from './make-library.fixture.ts'
import { makeLots } from './make-lots.fixture.ts'
import { makeMarathon } from './make-marathon.fixture.ts'
import { makeNursery } from './make-nursery.fixture.ts'
import { makeParcels } from './make-parcels.fixture.ts'
import { makeParking } from './make-parking.fixture.ts'
import { makePhoneCalls } from './make-phone-calls.fixture.ts'
import { makePianoTeacher } from './make-piano-teacher.fixture.ts'
import { makePlays } from './make-plays.fixture.ts'
import { makePoolSessions } from './make-pool-sessions.fixture.ts'
import { makeReadings } from './make-readings.fixture.ts'
import { makeRecipes } from './make-recipes.fixture.ts'
import { makeRepairs } from './make-repairs.fixture.ts'
import { makeRestaurant } from './make-restaurant.fixture.ts'
import { makeRides } from './make-rides.fixture.ts'
import { makeRunningClub } from './make-running-club.fixture.ts'
import { makeSailings } from './make-sailings.fixture.ts'
import { makeScreenings } from './make-screenings.fixture.ts'
import { makeSeedBank } from './make-seed-bank.fixture.ts'
import { makeShelter } from './make-shelter.fixture.ts'
import { makeShopOrders } from './make-shop-orders.fixture.ts'
import { makeSolar } from './make-solar.fixture.ts'
import { makeStaff } from './make-staff.fixture.ts'
import { makeStatement } from './make-statement.fixture.ts'
import { makeStock } from './make-stock.fixture.ts'
import { makeTickets } from './make-tickets.fixture.ts'
import { makeToolRental } from './make-tool-rental.fixture.ts'
import { makeTranslations } from './make-translations.fixture.ts'
import { makeTreatments } from './make-treatments.fixture.ts'
import { makeTrees } from './make-trees.fixture.ts'
import { makeTrips } from './make-trips.fixture.ts'
import { makeVisits } from './make-visits.fixture.ts'
import { makeWeddings } from './make-weddings.fixture.ts'
import { makeWines } from './make-wines.fixture.ts'
import { toCsv } from '../../../../../scripts/sample-workspace/to-csv.ts'

/** The files of this folder, by name. They are kept, so that a question's answer can be looked up by eye. */
export function makeTables(): Readonly<Record<string, string>> {
  const { members, books, loans } = makeLibrary()
  const { rooms, bookings } = makeBookings()
  const { singers, attendances } = makeChoir()
  const gym = makeGym()
  const { tables, bills } = makeRestaurant()
  const { staff, offices } = makeStaff()
  const { runners, results } = makeRunningClub()
  const toolRental = makeToolRental()
  const chess = makeChessClub()
  const piano = makePianoTeacher()
  return {
    'animals.csv': toCsv(makeShelter()),
    'appointments.csv': toCsv(makeAppointments()),
    'attendances.csv': toCsv(attendances),
    'bakery-sales.csv': toCsv(makeBakery()),
    'batches.csv': toCsv(makeBatches()),
    'bike-cafe.csv': toCsv(makeBikeCafe()),
    'bills.csv': toCsv(bills),
    'blood-visits.csv': toCsv(makeBlood()),
    'bookings.csv': toCsv(bookings),
    'books.csv': toCsv(books),
    'bookshop.csv': toCsv(makeBookshop()),
    'box-office.csv': toCsv(makeBoxOffice()),
    'call-outs.csv': toCsv(makeCallOuts()),
    'callouts.csv': toCsv(makeCallouts()),
    'camp-stays.csv': toCsv(makeCampStays()),
    'check-ins.csv': toCsv(gym.checkIns),
    'chess-games.csv': toCsv(chess.games),
    'chess-players.csv': toCsv(chess.players),
    'cloud-costs.csv': toCsv(makeCloudCosts()),
    'courier-jobs.csv': toCsv(makeCourierJobs()),
    'dispensary.csv': toCsv(makeDispensary()),
    'donations.csv': toCsv(makeDonations()),
    'driving-lessons.csv': toCsv(makeDrivingLessons()),
    'energy-bills.csv': toCsv(makeEnergyBills()),
    'episodes.csv': toCsv(makeEpisodes()),
    'flats.csv': toCsv(makeFlats()),
    'grades.csv': toCsv(makeGrades()),
    'gym-members.csv': toCsv(gym.members),
    'harvest.csv': toCsv(makeHarvest()),
    'help-desk.csv': toCsv(makeHelpDesk()),
    'invoices.csv': toCsv(makeInvoices()),
    'landings.csv': toCsv(makeLandings()),
    'loans.csv': toCsv(loans),
    'lots.csv': toCsv(makeLots()),
    'marathon.csv': toCsv(makeMarathon()),
    'members.csv': toCsv(members),
    'offices.csv': toCsv(offices),
    'parcels.csv': toCsv(makeParcels()),
    'parking.csv': toCsv(makeParking()),
    'phone-calls.csv': toCsv(makePhoneCalls()),
    'piano-lessons.csv': toCsv(piano.lessons),
    'piano-pupils.csv': toCsv(piano.pupils),
    'plants.csv': toCsv(makeNursery()),
    'plays.csv': toCsv(makePlays()),
    'pool-sessions.csv': toCsv(makePoolSessions()),
    'race-results.csv': toCsv(results),
    'readings.csv': toCsv(makeReadings()),
    'recipes.csv': toCsv(makeRecipes()),
    'rentals.csv': toCsv(toolRental.rentals),
    'repairs.csv': toCsv(makeRepairs()),
    'rides.csv': toCsv(makeRides()),
    'rooms.csv': toCsv(rooms),
    'runners.csv': toCsv(runners),
    'sailings.csv': toCsv(makeSailings()),
    'screenings.csv': toCsv(makeScreenings()),
    'seating.csv': toCsv(tables),
    'seed-bank.csv': toCsv(makeSeedBank()),
    'shop-orders.csv': toCsv(makeShopOrders()),
    'singers.csv': toCsv(singers),
    'solar.csv': toCsv(makeSolar()),
    'staff.csv': toCsv(staff),
    'statement.csv': toCsv(makeStatement()),
    'stock.csv': toCsv(makeStock()),
    'tickets.csv': toCsv(makeTickets()),
    'tools.csv': toCsv(toolRental.tools),
    'translations.csv': toCsv(makeTranslations()),
    'treatments.csv': toCsv(makeTreatments()),
    'trees.csv': toCsv(makeTrees()),
    'trips.csv': toCsv(makeTrips()),
    'visits.csv': toCsv(makeVisits()),
    'weddings.csv': toCsv(makeWeddings()),
    'wines.csv': toCsv(makeWines()),
  }
}
