/**
 * Words that may stand for each other in column names, a line each, used only when no column carries the word itself; the
 * answer then says which column it took. A word for the rows of many tables (match, trip, visit) is in `row-nouns.ts`.
 */
export const synonyms: readonly (readonly string[])[] = `
sales, revenue, turnover, amount, income, proceeds, takings, charge, fee, bill, money, paid, sold for
amount, amount paid, charge, spending, spend, spent, outgoings, expenditure, payment, payments, sum paid
cost, costs, expense, expenses, spending, spend, outgoings, expenditure
budget, production budget
price, unit price
selling price, sale price, sold for
purchase price, buying price, cost price, bought for
price, fare, ticket price, entry fee, admission fee
profit, margin, earnings
discount, reduction, rebate
tip, gratuity
tax, vat
fine, penalty
fee, dues, subscription, membership fee
refund, reimbursement
donation, gift, contribution
salary, pay, wage, wages
quantity, units, pieces, qty, items, sold, pieces sold, units sold
stock, inventory, in stock, on hand
consumption, usage, use
energy, electricity, power consumption

product, article, item, sku
brand, make, manufacturer, maker
category, kind, type, group, genre, class, sort
name, title
status, outcome
priority, urgency, severity
reason, purpose
comment, note, remark
payment method, method of payment, means of payment, payment type, way of paying, way of payment, paid by
channel, sales channel
color, colour
model, version
size, dimension
area, floor area, living space, square meters

customer, client, buyer, shopper
supplier, vendor
employee, staff, colleague, worker
salesperson, rep, representative, seller
manager, boss, supervisor
technician, agent, handler, assignee
job title, position, role, job, occupation, profession
department, dept, division
teacher, instructor, tutor, lecturer
pupil, student, learner, kid
child, kid
doctor, physician, gp
vet, veterinarian, doctor
author, writer
artist, singer, musician, band, performer
owner, holder, keeper
tenant, renter, occupant
guest, visitor
player, athlete
runner, athlete
donor, giver, contributor
insurer, insurance, insurance company
airline, carrier
courier, carrier
winner, champion

country, nation, nationality, origin
state, province
region, area, territory
district, neighborhood, neighbourhood, borough
city, town, location, place
store, shop, branch, outlet
warehouse, depot
stop, station
route, line
destination, to
origin, from
pier, dock, quay
vessel, ship, boat, ferry
vehicle, car, automobile
plate, licence plate, license plate, number plate, registration
fuel, petrol, gasoline
engine, motor

date, day, when
year, years
year, vintage
birth, born, birthday
duration, running time, runtime, length, time taken, minutes, visit length, session length
nights, length of stay, stay length
finish time, finishing time, time
delay, lateness
term, semester
age group, age category, age class, age band

sex, gender
population, inhabitants, residents, people, persons, pop
deaths, fatalities, casualties, victims, dead, died, killed
unemployed, unemployment, jobless
rating, score, stars, star rating
mark, grade
points, score
subject, course
subject, topic
absent, absence, missed
homework, assignment
rank, ranking, standing
attendance, audience, crowd
passengers, travellers, travelers, riders, people, persons
views, viewers, watchers
plays, listens, streams
clicks, hits
mpg, fuel economy, economy, mileage, miles per gallon
distance, mileage
power, horsepower
rain, rainfall, precipitation
snow, snowfall
wind, wind speed
humidity, moisture
weight, mass
height, elevation, altitude
calories, kcal, energy
carbohydrates, carbs
fiber, fibre
alcohol, abv, alcohol content
grape, variety, varietal
species, breed
species, animal
crop, plant
yield, harvest
fault, defect, problem
diagnosis, illness, disease
treatment, therapy, procedure
medicine, drug, medication
dose, dosage
heart rate, pulse, heartrate
close, closing price
open, opening price
symbol, stock, ticker
film, movie
show, play, musical
track, song
club, team
meal, dish
phone, telephone, mobile
email, mail
gold, gold medals
silver, silver medals
bronze, bronze medals
`
  .trim()
  .split(/\n+/)
  .map((line) => line.split(', '))

/** Of these, the ones that mean something else in the singular: "outgoing calls". In the singular. */
export const onlyPlural: ReadonlySet<string> = new Set(['outgoing'])
