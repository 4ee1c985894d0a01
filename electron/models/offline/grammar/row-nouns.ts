/** Say nothing but "one of what this table holds". In the form of `normalWord`. */
export const neutralRowNouns: ReadonlySet<string> = new Set(
  `case item observation measurement sample event instance example datum reading occurrence incident one thing
   result listing`.split(/\s+/),
)

/** What the rows of a table are called, a line each: one word in the table's name, and the others stand for its rows. */
export const rowNounGroups: readonly (readonly string[])[] = `
olympian olympic athlete player sportsman sportswoman sportsperson competitor participant medalist
stock quote ticker share
movie film picture title
sale order purchase transaction deal
invoice bill
customer client buyer
employee staff worker colleague
person people human individual
user member subscriber
student pupil
patient visit
passenger traveller traveler
flight plane departure trip
trip ride journey
strike collision hit
accident crash collision
earthquake quake tremor
disaster catastrophe
penguin bird animal
bird animal
pet animal
car automobile vehicle model
vehicle car
diamond stone gem
weather day
song track
book title
job occupation profession
house home property
property house
city town
country nation
country state
airport airfield
product article
ticket request
issue bug ticket
response answer
review rating
survey respondent response
election vote
game match
match game
pizza pie
wine bottle
crime offence offense
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** Stand for the rows of a table that has one of `personColumns`. */
export const personNouns: ReadonlySet<string> = new Set(
  'person people human individual victim casualty fatality'.split(' '),
)

/** Are counted, and never stand for a date: the victims are not the date of death. */
export const countedNouns: ReadonlySet<string> = new Set('victim casualty fatality'.split(' '))

/** What a column of figures may count, said behind its name: "construction jobs", "manufacturing workers". */
export const countedThings: ReadonlySet<string> = new Set(
  'job worker employee person people death case soldier patient passenger resident inhabitant'.split(' '),
)

/** Words of columns that only people have. */
export const personColumns: ReadonlySet<string> = new Set(
  'sex gender age birth birthday surname firstname lastname nationality salary'.split(' '),
)

/** Words of columns that tell how many: then a row is not one of what is counted. */
export const countingColumns: ReadonlySet<string> = new Set(
  'people person population pop count number headcount inhabitant frequency'.split(' '),
)

/** The last word of columns that name people or who stands for them. In the form of `normalWord`. */
export const personNameColumns: ReadonlySet<string> = new Set(
  `name person player athlete pupil student teacher employee staff worker manager rep salesperson seller customer client
   buyer guest member user patient doctor physician payee payer author writer artist director actor driver rider pilot
   captain winner candidate owner tenant passenger donor sender recipient assignee agent host speaker coach`.split(
    /\s+/,
  ),
)
