import { Client } from "pg";
import { memoryOf } from "./children";
import { exportName } from "./copy";
import { processorOf } from "./processor";

/** What a piece of work took of the processor, in seconds; NaN where the system does not tell. */
export interface Effort {
  readonly node: number;
  readonly postgres: number;
}

/** Looks at a server of ours, and at what Postgres does for its exports, ten times a second. */
export interface Watch {
  /** The most memory Node had at any look, in megabytes. */
  most(): number;
  /** What came of some work that has Postgres read one list, and what it took. */
  during<Result>(work: () => Promise<Result>): Promise<Effort & { result: Result }>;
  stop(): Promise<void>;
}

/** Begins to watch the process `pid`, and the store at `url`. */
export async function openWatch(pid: number, url: string): Promise<Watch> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let most = await memoryOf(pid);
  let postgres = Number.NaN;
  const look = async () => {
    most = Math.max(most, await memoryOf(pid));
    const sql = "select pid from pg_stat_activity where application_name = $1";
    const { rows } = await client.query<{ pid: number }>(sql, [exportName]);
    // The connection of an export ends with it: the last look is what is known of it.
    if (rows[0]) postgres = (await processorOf(rows[0].pid)) ?? postgres;
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, 100);
  const nodeTime = async () => (await processorOf(pid)) ?? Number.NaN;
  return {
    most: () => most,
    during: async (work) => {
      postgres = Number.NaN;
      const before = await nodeTime();
      const result = await work();
      return { result, node: (await nodeTime()) - before, postgres };
    },
    stop: async () => {
      clearInterval(timer);
      await looking;
      await client.end();
    },
  };
}
