import { IncomingMessage } from "node:http";

/**
 * A request that asks for another protocol only where that is WebSocket. What asks for others, such as `h2c`, which Java's
 * clients and `curl --http2` do of their own accord, is answered as if it had not.
 *
 * Node takes every request with `upgrade` out of HTTP as soon as anybody listens for upgrades; it looks at this property to
 * find out which those are.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.8
 */
export class Request extends IncomingMessage {
  // Set by the constructor above, before any field of this class would be there.
  declare private asked: boolean | null;

  /** Whether it leaves HTTP behind. */
  get upgrade(): boolean {
    if (!this.asked) return false;
    return this.method === "CONNECT" || this.headers.upgrade?.toLowerCase() === "websocket";
  }

  set upgrade(asked: boolean | null) {
    this.asked = asked;
  }
}
