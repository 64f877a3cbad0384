import { type Socket } from "node:net";
import { addressBehind, networkOf } from "../../src/server/address";

const request = (remoteAddress: string | undefined, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  socket: { remoteAddress } as Socket,
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::6", "2001:db8:1:2::/64"],
  ["2001:db8::6", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["", ""],
])("%s asks as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("without proxies nobody's word is taken for where a request comes from", () => {
  expect(addressBehind(0)(request("192.0.2.7", "198.51.100.1"))).toBe("192.0.2.7");
  expect(addressBehind(0)(request(undefined))).toBe("");
});

test.each([
  [1, "198.51.100.1", "198.51.100.1"],
  [1, "10.9.9.9, 198.51.100.1", "198.51.100.1"],
  [2, "10.9.9.9, 198.51.100.1, 203.0.113.5", "198.51.100.1"],
  [2, "198.51.100.1", "198.51.100.1"],
  [1, "2001:db8:1:2::9", "2001:db8:1:2::/64"],
  [1, "made up", "192.0.2.7"],
  [1, "", "192.0.2.7"],
  [1, undefined, "192.0.2.7"],
])("behind %i proxies, of %s, it is %s", (proxies, forwarded, address) => {
  expect(addressBehind(proxies)(request("192.0.2.7", forwarded))).toBe(address);
});
