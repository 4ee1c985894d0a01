import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from './is-public-address.ts'

const publicAddresses = ['1.1.1.1', '8.8.8.8', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001:81b::200e']

const notPublic = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '100::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '2002:808:808::',
  '3fff::1',
  '5f00::1',
  '64:ff9b:1::7f00:1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  '2606:4700::1111%1',
  'fec0::1',
  'ff02::1',
  '4000::1',
  '',
  'localhost',
  '127.1',
  '2130706433',
  '0177.0.0.1',
]

test.each(publicAddresses)('lets %s through', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each(notPublic)('refuses %j', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

const octet = fc.integer({ min: 0, max: 255 })
const privateIPv4 = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
)
const hex = (high: number, low: number) => ((high << 8) | low).toString(16)

test('refuses every address of the private ranges, written as IPv4 or inside any IPv6 form', () => {
  fc.assert(
    fc.property(privateIPv4, ([a, b, c, d]) => {
      const dotted = `${a}.${b}.${c}.${d}`
      const embedded = `${hex(a, b)}:${hex(c, d)}`
      const forms = [dotted, `::ffff:${dotted}`, `::${dotted}`, `64:ff9b::${embedded}`, `2002:${embedded}::1`]
      return forms.every((form) => !isPublicAddress(form))
    }),
  )
})

test('judges an IPv4 address the same alone, mapped and behind NAT64', () => {
  fc.assert(
    fc.property(fc.tuple(octet, octet, octet, octet), ([a, b, c, d]) => {
      const alone = isPublicAddress(`${a}.${b}.${c}.${d}`)
      const embedded = `${hex(a, b)}:${hex(c, d)}`
      expect([isPublicAddress(`::ffff:${embedded}`), isPublicAddress(`64:ff9b::${embedded}`)]).toEqual([alone, alone])
    }),
  )
})

test('lets no IPv6 address through outside 2000::/3, but for embedded IPv4', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const first = groups[0] ?? 0
      fc.pre(first >> 13 !== 1 && first !== 0 && first !== 0x64)
      return !isPublicAddress(groups.map((g) => g.toString(16)).join(':'))
    }),
  )
})

test('answers without throwing for any text', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof isPublicAddress(text) === 'boolean'))
})
