// Where a request comes from, for the record, for rate limits and for "where am I signed in".
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'
import { config } from '../../platform/config.ts'
import { log } from '../../platform/log.ts'

/**
 * The address of the browser: of whoever is connected, or, when that is a proxy of KITH_TRUSTED_PROXY, the one that it passes on.
 * @example addressOf(c) // 203.0.113.7
 */
export function addressOf(c: Context): string {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  const forwarded = c.req.header('x-forwarded-for') ?? ''
  trusted ??= listOf(config().trustedProxies)
  if (forwarded && config().trustedProxies.length === 0) sayOnce()
  return addressBehind(trusted, incoming?.socket.remoteAddress ?? '', forwarded)
}

let trusted: BlockList | undefined
let said = false

/** Behind a proxy that nobody named, all tries would count as the proxy's own. */
function sayOnce(): void {
  if (!said) log.warn('a proxy that KITH_TRUSTED_PROXY does not name passes on addresses: they are not believed')
  said = true
}

/**
 * The nearest address that is no trusted proxy. Each proxy writes last whom it was asked by; what stands before an address that is not trusted may be invented.
 * @example addressBehind(listOf(['10.0.0.0/8']), '10.1.2.3', '198.51.100.9, 203.0.113.7') // '203.0.113.7'
 */
export function addressBehind(proxies: BlockList, peer: string, forwarded: string): string {
  const told = forwarded.slice(-1000).split(',').map(plain).filter(isIP)
  let address = plain(peer)
  while (told.length > 0 && isIP(address) && proxies.check(address, family(address))) address = told.pop() ?? ''
  return address.slice(0, 64) || 'unknown'
}

/**
 * Addresses and networks, to be asked whether one is among them.
 * @example listOf(['127.0.0.1', '10.0.0.0/8'])
 */
export function listOf(addresses: string[]): BlockList {
  const list = new BlockList()
  for (const each of addresses) {
    const [address = '', bits] = each.split('/')
    if (bits === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(bits), family(address))
  }
  return list
}

/**
 * What tries are counted by: an address, or the whole network of one household or office, which may choose among its IPv6 addresses as it likes.
 * @example networkOf('2001:db8::9') // '2001:db8:0:0::/64'
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [front = [], back = []] = address.split('::').map(part => part.split(':').filter(Boolean))
  const between = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  const whole = [...front, ...(address.includes('::') ? between : []), ...back]
  return `${whole
    .slice(0, 4)
    .map(part => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=[\d.]+$)/i, '')
