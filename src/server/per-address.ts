import { type Server } from "node:http";
import { type Socket } from "node:net";
import { Shares } from "../fair/shares";
import { networkOf } from "./address";
import { cutWithFault } from "./faults";

/**
 * Has one address hold so many connections and no more, so that nobody holds all that there are. Further ones are answered
 * 429 and closed before anything of them is read.
 *
 * @param most 0 is without bounds
 */
export function boundPerAddress(http: Server, most: number): void {
  if (most === 0) return;
  const open = new Shares(most);
  http.prependListener("connection", (socket: Socket) => {
    const from = networkOf(socket.remoteAddress ?? "");
    if (open.take(from)) socket.once("close", () => open.give(from));
    else cutWithFault(socket, 429, tooMany(most), { "retry-after": "5" });
  });
}

const tooMany = (most: number) => ({
  message: `One address may have ${most} connections open; ask over those, or close some`,
  code: "TOO_MANY_CONNECTIONS",
});
