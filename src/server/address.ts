import { type IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";

/** Tells who asks, by the address that a request comes from. */
export type AddressOf = (request: Pick<IncomingMessage, "headers" | "socket">) => string;

/**
 * @param proxies how many proxies stand in front. Each adds to `X-Forwarded-For` where it was asked from; what was in it before
 *   them, anybody may have written
 */
export const addressBehind =
  (proxies: number): AddressOf =>
  ({ headers, socket }) => {
    const direct = socket.remoteAddress ?? "";
    if (proxies === 0) return networkOf(direct);
    const forwarded = String(headers["x-forwarded-for"] ?? "").split(",");
    const address = forwarded[Math.max(0, forwarded.length - proxies)]!.trim();
    return networkOf(isIP(address) === 0 ? direct : address);
  };

/**
 * The part of an address that tells one who asks from others: of IPv6 the first half, since whoever has one such address has
 * all that begin so.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "").toLowerCase();
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain) ?? [];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return plain;
  const [before = "", after] = plain.split("::");
  const groups = partsOf(before);
  const last = after === undefined ? [] : partsOf(after);
  const zeros = Array.from({ length: 8 - groups.length - last.length }, () => "0");
  const half = [...groups, ...zeros, ...last].slice(0, 4);
  return `${half.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

const partsOf = (text: string): string[] => (text === "" ? [] : text.split(":"));
