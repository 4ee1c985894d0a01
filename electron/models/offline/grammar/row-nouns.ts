/** Say nothing but "one of what this table holds". In the form of `normalWord`. */
export const neutralRowNouns: ReadonlySet<string> = new Set(
  `case item observation measurement sample event instance example datum reading occurrence incident one thing
   result listing occasion anyone anybody someone somebody everyone everybody everything anything something`.split(
    /\s+/,
  ),
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

/** Rows that are mostly told by how much they come to: whether donations grew is no question of how many. */
export const amountNouns: ReadonlySet<string> = new Set(
  'donation sale payment gift expense purchase contribution'.split(' '),
)

/** Stand for the rows of a table that has one of `personColumns`. */
export const personNouns: ReadonlySet<string> = new Set(
  'person people human individual victim casualty fatality'.split(' '),
)

/** Are counted, and never stand for a date: the victims are not the date of death. */
export const countedNouns: ReadonlySet<string> = new Set('victim casualty fatality'.split(' '))

/** What a column of figures may count, said behind its name: "construction jobs", "manufacturing workers". */
export const countedThings: ReadonlySet<string> = new Set(
  'job worker employee person people death case soldier patient passenger resident inhabitant use usage consumption'.split(
    ' ',
  ),
)

/** Words of columns that only people have. */
export const personColumns: ReadonlySet<string> = new Set(
  'sex gender age birth birthday surname firstname lastname nationality salary'.split(' '),
)

/** Words of columns that tell how many: then a row is not one of what is counted. */
export const countingColumns: ReadonlySet<string> = new Set(
  'people person population pop count number headcount inhabitant frequency'.split(' '),
)

/** Of these, the ones that serve or teach the others: "who got the highest mark" is a pupil. In the form of `normalWord`. */
export const servingPeople: ReadonlySet<string> = new Set(
  `teacher doctor physician mechanic crew waiter waitress courier nurse technician manager rep salesperson seller agent
   assignee host coach director driver judge inspector cashier`.split(/\s+/),
)

/** What those do, right after "who". */
export const servingVerbs: ReadonlySet<string> = new Set(
  `teaches taught sees saw treats treated sells sold serves served drives drove gives gave grades graded charges charged
   repairs repaired delivers delivered fixed handles handled manages managed coached directed works worked`.split(
    /\s+/,
  ),
)

/** The last word of columns that name people or who stands for them. In the form of `normalWord`. */
export const personNameColumns: ReadonlySet<string> = new Set(
  `name person player athlete pupil student teacher employee staff worker manager rep salesperson seller customer client
   buyer guest member user patient doctor physician payee payer author writer artist director actor driver rider pilot
   captain mechanic crew waiter waitress courier nurse technician inspector cashier judge winner candidate owner tenant passenger donor sender recipient assignee agent host speaker coach`.split(
    /\s+/,
  ),
)

/** Of whom a bare number tells the age: "women over 30". In the form of `normalWord`. */
export const peopleNouns: ReadonlySet<string> = new Set(
  `person people man woman boy girl male female child kid adult individual human patient passenger employee worker
   member customer client guest athlete player pupil student teacher candidate victim resident user driver tenant
   voter participant respondent colleague donor anyone anybody someone everyone those`.split(/\s+/),
)

/** Say right behind a value what kind of thing it is, and restrict nothing: "the sales team". In the singular. */
export const groupNouns: ReadonlySet<string> = new Set(
  `class team group department company firm brand store shop branch site city town state country county district region
   area office depot campaign category genre`.split(/\s+/),
)

/** Those and others may say it right before the value: "class 7A", "customer Ada Finch". In the singular. */
export const kindNouns: ReadonlySet<string> = new Set([
  ...groupNouns,
  ...`make model customer client supplier product item article artist band author pupil student teacher doctor employee
   member player club donor courier topic species`.split(/\s+/),
])

/** What comes to an amount of money: "bills above 200". In the form of `normalWord`. */
export const moneyNouns: ReadonlySet<string> = new Set(
  `bill order invoice payment purchase transaction sale donation gift contribution expense fine receipt charge deposit
   refund`.split(/\s+/),
)
