import { type Store } from "../../src/store/store";
import { runScript, type Serving } from "../children";
import { backendsOf, cores } from "../cores";
import { type Fire, type Fired, type Shot } from "../fire";
import { processorOf } from "../processor";

/** What one round of asking came to. */
export interface Round extends Fired {
  /** Processor time of the server and of Postgres for an answer, in milliseconds; NaN where the system does not tell. */
  readonly node: number;
  readonly postgres: number;
}

/** How a server is asked in one round. */
export interface Effort {
  readonly connections: number;
  readonly seconds: number;
}

/** Asks a server as fast as it answers, from another core. Throws Error if a request fails. */
export async function ask(
  { pid, origin }: Serving,
  { pool }: Store,
  asked: readonly Shot[],
  effort: Effort,
): Promise<Round> {
  const backends = await backendsOf(pool);
  const before = await Promise.all([pid, ...backends].map(processorOf));
  const fire: Fire = { origin, asked, ...effort };
  const printed = await runScript("bench/fire.js", [JSON.stringify(fire)], {}, { core: cores.client });
  const fired = JSON.parse(printed) as Fired;
  const after = await Promise.all([pid, ...backends].map(processorOf));
  if (fired.failed > 0) throw new Error(`${fired.failed} requests to ${origin} failed, asking ${asked[0]!.body}`);
  const spent = before.map((time, i) => (after[i] === undefined ? 0 : after[i] - (time ?? Number.NaN)));
  const [node = Number.NaN, ...postgres] = spent.map((time) => (time * 1000) / (fired.perSecond * effort.seconds));
  return { ...fired, node, postgres: postgres.reduce((sum, time) => sum + time, 0) };
}
