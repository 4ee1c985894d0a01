import { drawFrom } from './draw-from.fixture.ts'

const services = [
  { Service: 'Compute', hourly: 0.42 },
  { Service: 'Object Storage', hourly: 0.08 },
  { Service: 'Database', hourly: 0.61 },
  { Service: 'Queue', hourly: 0.03 },
  { Service: 'GPU A10', hourly: 1.9 },
  { Service: 'Load Balancer', hourly: 0.05 },
]
const teams = ['Search', 'Payments', 'Mobile', 'Platform']

/** Eighteen months of a start-up's cloud bills, a line for each service a team used. Some lines have no owner. */
export function makeCloudCosts() {
  const draw = drawFrom(353)
  return Array.from({ length: 18 }, (_, month) =>
    new Date(Date.UTC(2023, month, 1)).toISOString().slice(0, 10),
  ).flatMap((BillMonth, month) =>
    teams.flatMap((Team) =>
      services
        .filter(() => draw.chance(0.8))
        .map(({ Service, hourly }) => {
          const UsageHrs = draw.whole(40, 720)
          const cost = Number((UsageHrs * hourly * (1 + month / 20) * draw.decimal(0.9, 1.4, 3)).toFixed(2))
          return {
            BillMonth,
            Team,
            Service,
            Env: draw.oneOf(['prod', 'prod', 'staging', 'dev']),
            Region: draw.oneOf(['eu-west-1', 'eu-west-1', 'us-east-2', 'ap-south-1']),
            UsageHrs,
            CostUSD: cost,
            CreditUSD: draw.chance(0.75) ? 0 : Number((cost * 0.1).toFixed(2)),
            Owner: draw.chance(0.1) ? null : draw.oneOf(['r.shah', 'k.lund', 'm.ito']),
          }
        }),
    ),
  )
}
