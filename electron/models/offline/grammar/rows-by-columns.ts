/**
 * What the rows of a table are called by the columns it has, a line each: nouns; the verbs that say only that such a row
 * came to be ("games that Arsenal **played**"), after a semicolon; and after the colon the words of columns that tell.
 * Between commas each must be there, between strokes any. A noun that may be a quantity is none: goals, people, votes.
 */
export const rowsByColumns: readonly RowKind[] = `
match game fixture; play host : home, away, score|goal|team|point
earthquake quake tremor; : magnitude
flight departure; fly depart take operate : origin|from, destination|dest|to, delay|distance|airline|carrier|flight
flight; fly : airline|carrier, flight
transaction payment posting movement; pay post : payee|payer|merchant|beneficiary, amount
transaction posting movement; post : booked|posted|debit|credit, amount|balance
reading measurement sample; take measure log : sensor|probe|thermometer|gauge
reading measurement; take measure log : temperature|temp|humidity|pressure|co2|voltage, recorded|measured|timestamp|time
visit appointment consultation patient; visit see come attend : doctor|physician|dentist|therapist|vet, patient|visit|reason
admission stay patient; admit treat : patient, admission|admitted|discharge|discharged|ward
prescription; prescribe : drug|medication|medicine, dose|dosage|prescriber
employee worker colleague; work employ : salary|wage|payroll, hired|hire|department|employee|manager|position
house flat apartment home property listing; list : bedroom|bathroom|sqft|room, price|rent
stay booking reservation; book reserve stay : arrival|checkin|check, night|guest|room|departure
booking reservation; book reserve : booking|reservation
film movie picture; make release : title|film|movie, director|imdb|gross|runtime|studio|rating
screening showing; show : film|movie, screen|ticket|runtime
book volume; publish : title|book, author|isbn|publisher|page
loan checkout; borrow lend take : borrowed|lent|loan|loaned, due|returned|borrowed|return
order purchase; order place buy : order, quantity|qty|price|amount|total|product|customer
sale purchase transaction; sell buy : product|article|item|sku, amount|revenue|price|total, customer|store|shop|channel|branch
song track; play record : artist|singer|band, title|track|song|album|duration
album record; release : artist|band, album|label
recipe dish meal; cook eat : ingredient|calorie|cuisine, name|recipe|dish|meal|minute
restaurant; : cuisine, rating|price|address|city
wine bottle; : vintage|grape|winery
beer; brew : brewery|abv|ibu
job trip run load delivery pickup pick-up; ride carry : rider|courier|driver, picked|pickup|delivered, client|weight|fee|zone
bike bicycle repair; : bike|bicycle, fault|brand
ride trip journey; ride take : pickup|dropoff|fare|bike|scooter|rider
trip ride; drive take : odometer|driver|vehicle, distance|km|mile|duration|trip
accident crash collision; : injured|killed|casualty, vehicle|driver|road|street
crime offence offense incident; report commit : offence|offense|crime
call; make take receive : caller|callee|agent, duration|phone|call
message email mail; send receive write : sender|recipient|from|to, subject|body
post tweet; post write : retweet|repost|hashtag|like
ticket issue request; open raise file : priority|severity, status|assignee|assigned
task todo; : assignee|due|deadline, status|done|completed
invoice bill; send issue : invoice
shipment delivery parcel package; send ship : tracking|courier|shipped, weight|carrier|address|recipient|shipped
donation gift contribution; give donate make : donor
review rating; write leave give : review|reviewer, rating|star|score
respondent response answer; : respondent
student pupil; enrol enroll attend : gpa|enrolled|major, student|pupil|name
grade mark result; give get receive award : pupil|student, mark|grade|score
lesson class course; teach give hold : teacher|instructor|lecturer, room|course|lesson|weekday
player athlete; play : club|team, position|height|cap
race; run : circuit|race, winner|driver|lap
lap; drive run : lap, driver|time
swim run workout session activity; run do : pace|cadence|heartrate|lap, distance|duration|calorie
sighting observation; see spot observe : species, observer|sighting|observed|habitat|count
plant tree; plant : species, diameter|height|planted
animal pet; keep : breed|species, weight|age|sex|owner
car vehicle automobile; : horsepower|mpg|mileage|cylinder|engine|fuel
vehicle car; register : plate|vin
storm hurricane cyclone; : wind|pressure, storm|hurricane|cyclone
fire wildfire blaze; burn : acre|burned|burnt
eruption; erupt : volcano
star; : luminosity|parallax
planet; discover : orbit|orbital|planet
inspection; inspect : inspector|inspection
visit session check-in; come enter train visit check : entered|entry|arrived|checked, left|exit|minutes|area|member
session visit; : page|landing, session|visitor|browser|referrer
trade deal; trade buy sell : ticker|symbol, quantity|shares
product article item; : sku|barcode|stock|reorder, product|article|item|price
machine device; : serial, model|location|status
contract policy; : premium|contract|policy
claim; file make : claim|claimant
meeting event; hold take : agenda|attendee|venue|organizer|organiser
concert show gig; play : venue, artist|band|headliner
permit licence license; issue grant : permit|licence|license
landing catch haul; land catch : landed|caught|landing|catch, species|gear|boat|vessel
member; join : joined|membership|member, name|fee|plan|squad|club|team
day; : weather|precipitation|rain|snow, date|day
`
  .trim()
  .split('\n')
  .map(rowKind)

export type RowKind = {
  readonly nouns: readonly string[]
  readonly verbs: readonly string[]
  /** Of each, one must be a word of a column. */
  readonly columns: readonly (readonly string[])[]
}

function rowKind(line: string): RowKind {
  const [names = '', columns = ''] = line.split(' : ')
  const [nouns = '', verbs = ''] = names.split(';')
  return {
    nouns: nouns.trim().split(' '),
    verbs: verbs.trim().split(' ').filter(Boolean),
    columns: columns.split(', ').map((words) => words.trim().split('|')),
  }
}
