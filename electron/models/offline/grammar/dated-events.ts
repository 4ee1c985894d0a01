/**
 * What happens to rows, a line each: words that speak of the same event, so that "sent in May" goes by the column
 * `shipped_on` where a table has several dates. Verbs are given once; endings such as -ed and -ing are found by their stem.
 */
export const datedEvents: readonly (readonly string[])[] = `
order bought purchase purchased buy place placed sold sale transaction
ship sent send dispatch dispatched despatch deliver delivered delivery arrive arrived
receive received receipt got arrive arrived
return returned back
join joined became become signed enrol enrolled enroll register registered registration sign-up signup member
leave left departed departure exit exited resign resigned quit
enter entered entry arrive arrived arrival admitted admission
born birth birthday dob
die died dead death deceased killed deadliest
hire hired employed started recruited joined
borrow borrowed lent lend loaned checkout
pay paid payment settled
due deadline
book booked booking reserved reservation
visit visited came seen
start started begin began begun opening open opened launched
end ended finish finished complete completed completion close closed closing
create created made raised filed submitted reported logged opened
resolve resolved solved fixed closed
publish published appeared issued released release publication came
plant planted sown sowed planting
pick picked harvest harvested gathered picking reaped
invoice invoiced billed billing
cancel cancelled canceled cancellation
expire expired expiry expiration runs
update updated modified changed
measure measured recorded taken read logged
found founded established
install installed installation
build built construction
repair repaired serviced
inspect inspected inspection
discharge discharged
dispense dispensed dispensing handed
donate donated gave given
listen listened played streamed heard
move moved
rent rented let
list listed advertised
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/**
 * Names of columns that hold years where their whole numbers could be years: `founded`, `start`. No word that may be a
 * number or a price too: an `order` may be the 1,120th, a `close` 1,850. In the form of `normalWord`.
 */
export const yearEvents: ReadonlySet<string> = new Set(
  `start started begin began begun end ended finished founded established built construction born birth died death
   published publication released release opened opening closed closing created made launched installed bought joined
   graduated elected introduced discontinued renovated`.split(/\s+/),
)

/** Words of a date's name that tell nothing of what happened then. */
export const plainDateWords: ReadonlySet<string> = new Set(
  'date time day timestamp datetime dt when at on of the in utc ts stamp moment'.split(' '),
)

/** Participles that say only that somebody looked: what was measured is no more for it. */
export const measuringEvents: ReadonlySet<string> = new Set(
  'recorded measured logged taken read observed seen tested weighed checked inspected sampled noted'.split(' '),
)

/** Words of dates until when something may be done or is good, in the form of `normalWord`. */
export const plannedEvents: ReadonlySet<string> = new Set('expire expired expiry expiration due deadline'.split(' '))
