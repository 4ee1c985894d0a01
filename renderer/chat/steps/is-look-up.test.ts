import { describe, expect, it } from 'vitest'
import { isLookUp } from './is-look-up.ts'

describe('isLookUp', () => {
  it.each([
    "SELECT DISTINCT region FROM 'sales.csv' ORDER BY 1",
    `SELECT "column", "value" FROM (\nSELECT DISTINCT unnest(['a']) AS "column", unnest([CAST("a" AS VARCHAR)]) AS "value" FROM 'a.csv'\n) WHERE lower("value") IN ('x')`,
    `SELECT "column", "value" FROM (\nSELECT DISTINCT unnest(['a']) AS "column", unnest(["a"]) AS "value" FROM 'a.csv'\n) WHERE true\nQUALIFY row_number() OVER (PARTITION BY "column" ORDER BY "value") <= 12`,
    "SELECT * FROM 'sales.csv' LIMIT 1",
    `SELECT (SELECT count("id") - count(DISTINCT "id") FROM 'b.csv') AS "repeated keys",\n (SELECT count(*) FROM 'a.csv') AS "rows",\n (SELECT count(*) FROM 'a.csv' WHERE "id" IN (SELECT "id" FROM 'b.csv')) AS "with a partner"`,
    `SELECT max("n1"), max("n2") FROM (\nSELECT count("price") AS "n1", 1 AS "n2"\nFROM 'a.csv'\nGROUP BY ("month")\n)`,
  ])('takes %s for one', (sql) => expect(isLookUp(sql)).toBe(true))

  it.each([
    '',
    "SELECT sum(amount) FROM 'sales.csv'",
    "SELECT count(DISTINCT customer) FROM 'sales.csv'",
    "SELECT count(*) FROM (SELECT DISTINCT a, b FROM 'sales.csv')",
    "SELECT region, count(*) FROM 'sales.csv' GROUP BY region",
    "SELECT max(n) FROM (SELECT sum(amount) AS n FROM 'sales.csv' GROUP BY region)",
    "SELECT * FROM 'sales.csv' LIMIT 100",
    "SELECT * FROM 'sales.csv' ORDER BY amount LIMIT 5",
    "SELECT DISTINCT region, avg(amount) OVER (PARTITION BY region) FROM 'sales.csv'",
  ])('takes %s for something an answer may stand on', (sql) => expect(isLookUp(sql)).toBe(false))
})
