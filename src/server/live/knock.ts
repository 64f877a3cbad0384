import { type IncomingMessage } from "node:http";
import { type Duplex } from "node:stream";
import { challenge, keyOf, keysAway } from "../bearer";
import { endWithFault } from "../faults";
import { type ServerParts } from "../parts";
import { withRevision } from "../tell-revision";

/** What letting a WebSocket in, or not, is decided by. */
export type Doorkeeper = Pick<ServerParts, "identify" | "revision">;

/**
 * Whether a request to open a WebSocket may come in: not with a key that does not open, so that nobody takes it for a good
 * one. Who may not is answered as by HTTP, and their connection ended; who brings no key may.
 */
export async function letIn(
  request: IncomingMessage,
  socket: Duplex,
  { identify, revision }: Doorkeeper,
): Promise<boolean> {
  const key = keyOf(request.headers.authorization);
  if (key === undefined || !identify) return true;
  const identified = await identify(key).catch(() => undefined);
  if (identified && "holder" in identified) return true;
  const { extensions } = await withRevision<{ extensions?: object }>({}, revision);
  if (!identified) endWithFault(socket, 503, keysAway, { "retry-after": "5" }, extensions);
  else {
    const fault = { message: identified.refused, code: "UNAUTHENTICATED" };
    endWithFault(socket, 401, fault, { "www-authenticate": challenge }, extensions);
  }
  return false;
}

/** Why a key in what a client says when it connects does not open, where it says one; undefined if nothing is wrong. */
export async function refusedKey(
  said: Readonly<Record<string, unknown>> | undefined | null,
  { identify }: Doorkeeper,
): Promise<string | undefined> {
  const authorization = said?.["authorization"] ?? said?.["Authorization"];
  const key = typeof authorization === "string" ? keyOf(authorization) : undefined;
  if (key === undefined || !identify) return undefined;
  const identified = await identify(key).catch(() => ({ refused: keysAway.message }));
  return "refused" in identified ? identified.refused : undefined;
}
