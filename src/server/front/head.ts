import { type ServerResponse } from "node:http";

/** Headers, each fit to be sent. */
export type Headers = Readonly<Record<string, string | number>>;

/** What is written of headers that many answers share. */
const written = new WeakMap<Headers, string>();

const linesOf = (headers: Headers) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");

/** Begins an answer that says that all is well: with headers that many answers share, and with those of its own. */
export type Begin = (response: ServerResponse, shared: Headers, own: Headers) => void;

/**
 * Begins answers with a head that is written already. Node looks at each header of each answer anew, which takes a quarter
 * of the time of an answer that is kept.
 *
 * @param idle for how long a connection may be idle, in milliseconds
 */
export function createBegin(idle: number): Begin {
  const stay = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(idle / 1_000)}\r\n\r\n`;
  let end = "";
  let endsAt = 0;
  return (response, shared, own) => {
    const now = Date.now();
    if (now >= endsAt) {
      end = `Date: ${new Date(now).toUTCString()}\r\n${stay}`;
      endsAt = now - (now % 1_000) + 1_000;
    }
    let lines = written.get(shared);
    if (lines === undefined) {
      lines = linesOf(shared);
      written.set(shared, lines);
    }
    let head = `HTTP/1.1 200 OK\r\n${lines}`;
    for (const name in own) head += `${name}: ${own[name]}\r\n`;
    // What `writeHead` would leave there; Node's types keep it to themselves.
    (response as unknown as { _header: string })._header = head + end;
  };
}

/** Whether the connection stays for more questions, as such a head says. */
export const stays = ({ shouldKeepAlive, req }: ServerResponse): boolean =>
  shouldKeepAlive && req.httpVersion === "1.1";
