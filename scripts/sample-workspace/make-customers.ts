import { regions } from './company.ts'
import { pick } from './random.ts'

export type Customer = {
  readonly customer_id: string
  readonly name: string
  readonly segment: 'Home' | 'Small business' | 'Enterprise'
  readonly region: string
  readonly country: string
  readonly since: string
  readonly contact: { readonly email: string | null; readonly newsletter: boolean }
  readonly tags: readonly string[]
}

const first = [
  'Amber',
  'Blue',
  'Cedar',
  'Delta',
  'Elm',
  'Fern',
  'Granite',
  'Harbor',
  'Iris',
  'Juniper',
  'Kestrel',
  'Linden',
]
const second = [
  'Studio',
  'Works',
  'Partners',
  'House',
  'Labs',
  'Collective',
  'Offices',
  'Design',
  'Consulting',
  'Print',
]
const segments = [
  { name: 'Home', weight: 5 },
  { name: 'Small business', weight: 4 },
  { name: 'Enterprise', weight: 1 },
] as const
const tags = ['newsletter', 'repeat', 'showroom', 'referral', 'trade fair']

/** 120 customers, each name once; an address is missing here and there. */
export function makeCustomers(random: () => number): readonly Customer[] {
  return first.flatMap((word, row) =>
    second.map((kind, column) => {
      const region = pick(random, regions)
      const country = pick(random, region.countries)
      const year = 2019 + Math.floor(random() * 5)
      const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
      return {
        customer_id: `C${String(1001 + row * second.length + column)}`,
        name: `${word} ${kind}`,
        segment: pick(random, segments).name,
        region: region.name,
        country: country.name,
        since: region.opened > '2024-01-01' ? region.opened.slice(0, 7) : `${year}-${month}`,
        contact: {
          email: random() < 0.06 ? null : `hello@${word.toLowerCase()}-${kind.toLowerCase()}.example`,
          newsletter: random() < 0.6,
        },
        tags: tags.filter(() => random() < 0.25),
      }
    }),
  )
}
