/** From where a request comes: only proxies that the settings name are believed, and nobody when they name none. */
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/platform/config.ts'
import { addressBehind, listOf, networkOf } from '../../src/slices/accounts/address.ts'

test.each<[string, string[], string, string, string]>([
  ['with no proxy named, what is claimed is not believed', [], '203.0.113.7', '198.51.100.9', '203.0.113.7'],
  ['not even from this machine', [], '127.0.0.1', '198.51.100.9', '127.0.0.1'],
  ['nor from a private network', [], '10.0.0.5', '198.51.100.9', '10.0.0.5'],
  ['a named proxy is believed', ['127.0.0.1'], '127.0.0.1', '198.51.100.9', '198.51.100.9'],
  ['also by its network', ['10.0.0.0/8'], '10.1.2.3', '198.51.100.9', '198.51.100.9'],
  ['also when its address is written as IPv6', ['127.0.0.1'], '::ffff:127.0.0.1', '198.51.100.9', '198.51.100.9'],
  ['what the browser invented before it is not', ['127.0.0.1'], '127.0.0.1', '1.2.3.4, 198.51.100.9', '198.51.100.9'],
  ['a row of named proxies is followed', ['127.0.0.1', '10.0.0.0/8'], '127.0.0.1', '1.2.3.4, 198.51.100.9, 10.0.0.2', '198.51.100.9'],
  ['another address than the proxy’s is not believed', ['127.0.0.1'], '203.0.113.7', '198.51.100.9', '203.0.113.7'],
  ['a proxy that says nothing is the address', ['127.0.0.1'], '127.0.0.1', '', '127.0.0.1'],
  ['what is no address is passed over', ['127.0.0.1'], '127.0.0.1', "198.51.100.9, '); drop table looks", '198.51.100.9'],
  ['IPv6 is understood', ['fd00::/8'], 'fd12::1', '2001:db8::9', '2001:db8::9'],
  ['no connection at all has no address', [], '', '', 'unknown'],
])('%s', (_, proxies, peer, forwarded, address) => {
  expect(addressBehind(listOf(proxies), peer, forwarded)).toBe(address)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:0db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('tries from %s are counted as from %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('the setting takes addresses and networks, and says so of anything else', () => {
  const base = { KITH_ENV: 'test', KITH_SECRET: 'x'.repeat(32), KITH_FILE_KEY: 'y'.repeat(32), KITH_AUDIT_KEY: 'z'.repeat(32) }
  expect(loadConfig(base).trustedProxies).toEqual([])
  expect(loadConfig({ ...base, KITH_TRUSTED_PROXY: '127.0.0.1, fd00::/8' }).trustedProxies).toEqual(['127.0.0.1', 'fd00::/8'])
  for (const wrong of ['proxy.example.org', '10.0.0.0/33', '10.0.0.0/8/8', '300.1.1.1', 'true', '*'])
    expect(() => loadConfig({ ...base, KITH_TRUSTED_PROXY: wrong })).toThrow('KITH_TRUSTED_PROXY must be addresses or networks')
})
