import { type Server } from "node:http";
import { type Socket } from "node:net";
import { cutWithFault } from "./faults";

/**
 * Has one address hold so many connections and no more, so that nobody holds all that there are. Further ones are answered
 * 429 and closed before anything of them is read.
 *
 * @param most 0 is without bounds
 */
export function boundPerAddress(http: Server, most: number): void {
  if (most === 0) return;
  const open = new Map<string, number>();
  http.prependListener("connection", (socket: Socket) => {
    const from = networkOf(socket.remoteAddress ?? "");
    const count = open.get(from) ?? 0;
    if (count >= most) {
      cutWithFault(socket, 429, tooMany(most), { "retry-after": "5" });
      return;
    }
    open.set(from, count + 1);
    socket.once("close", () => {
      const left = open.get(from)! - 1;
      if (left > 0) open.set(from, left);
      else open.delete(from);
    });
  });
}

/**
 * Where an address belongs to: itself for IPv4, also where it is written as IPv6; for IPv6 its first 64 bits, as many as
 * whoever has one address has others of at will.
 */
export function networkOf(address: string): string {
  const [, plain] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (plain !== undefined || !address.includes(":")) return plain ?? address;
  const [start = "", end] = address.split("%", 1)[0]!.split("::");
  const [first, last] = [start, end ?? ""].map((groups) => (groups === "" ? [] : groups.split(":")));
  const zeros = Array<string>(end === undefined ? 0 : Math.max(8 - first!.length - last!.length, 0)).fill("0");
  return [...first!, ...zeros, ...last!].slice(0, 4).join(":");
}

const tooMany = (most: number) => ({
  message: `One address may have ${most} connections open; ask over those, or close some`,
  code: "TOO_MANY_CONNECTIONS",
});
