import { setTimeout as sleep } from "node:timers/promises";
import { Client, type Pool } from "pg";
import { endable } from "./endable";
import { createRun, refusal } from "./run";

/** Hears of revisions that any process records in the same database. */
export interface Announcements {
  /**
   * The numbers of revisions after `since`, in order and none left out; without it, of those to come. It ends when it is
   * returned from.
   *
   * @throws GraphQLError INVALID_AS_OF if `since` is below 0 or beyond the latest revision, UNAVAILABLE
   */
  revisions(since?: number): AsyncIterableIterator<number>;
  /** The latest revision heard of; undefined while nobody listens. To ask begins to listen. */
  latest(): number | undefined;
  /** Hears of a revision that this process knows of before it is announced. */
  hear(revision: number): void;
  close(): Promise<void>;
}

const channel = "citegraph_revised";

const latestSql = "select coalesce(max(number), 0) as number from revisions";

/** How often the connection that listens is asked whether it is there, and how long it may take to say so, in milliseconds. */
const beat = 10_000;

/** How long to wait before a lost connection is opened anew, in milliseconds. */
const pause = 1_000;

/** Listens for revisions on a connection of its own, from the first time somebody asks; it comes back when it is lost. */
export function createAnnouncements(url: string, pool: Pool, log: (message: string) => void): Announcements {
  const run = createRun(pool);
  const waiting = new Set<() => void>();
  const closing = new AbortController();
  let listening: Promise<void> | undefined;
  let isHearing = false;
  let latest = 0;

  // Revisions are numbered without gaps, and each is there before it is announced: the last number tells them all.
  const hear = (number: number) => {
    if (number <= latest) return;
    latest = number;
    wake();
  };
  const wake = () => {
    for (const go of waiting) go();
  };

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await listenOnce();
      } catch (error) {
        if (!closing.signal.aborted) log(`Revisions are not heard of: ${(error as Error).message}; trying again.`);
      }
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  /** Listens until the connection is lost; a connection that broke without a word is found out by asking. */
  async function listenOnce(): Promise<void> {
    const limits = { connectionTimeoutMillis: beat, query_timeout: beat };
    const client = new Client({ connectionString: url, application_name: "citegraph announcements", ...limits });
    const over = new AbortController();
    const end = () => {
      isHearing = false;
      over.abort();
    };
    closing.signal.addEventListener("abort", end);
    client.on("error", end);
    client.on("end", end);
    client.on("notification", ({ payload }) => hear(Number(payload)));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      while (!over.signal.aborted) {
        // What was announced while nobody listened is found by looking.
        hear((await client.query<{ number: number }>(latestSql)).rows[0]!.number);
        isHearing = !over.signal.aborted;
        await sleep(beat, undefined, { signal: over.signal }).catch(() => undefined);
      }
    } finally {
      isHearing = false;
      closing.signal.removeEventListener("abort", end);
      await client.end().catch(() => undefined);
    }
  }

  /** Waits until there is a revision after `last`, or until it is over. */
  const announced = (last: number, over: AbortSignal) =>
    new Promise<void>((resolve) => {
      const go = () => {
        over.removeEventListener("abort", go);
        waiting.delete(go);
        resolve();
      };
      if (last < latest || over.aborted || closing.signal.aborted) return resolve();
      over.addEventListener("abort", go);
      waiting.add(go);
    });

  async function* read(since: number | undefined, over: AbortSignal): AsyncGenerator<number> {
    listening ??= listen();
    const [number] = await run({ name: "latest_revision", text: latestSql, values: [] });
    const present = Number(number);
    hear(present);
    if (since !== undefined && (since < 0 || since > present)) throw noSuch(since, present);
    let last = since ?? present;
    for (;;) {
      await announced(last, over);
      if (over.aborted || closing.signal.aborted) return;
      last++;
      yield last;
    }
  }

  return {
    revisions: (since) => endable((over) => read(since, over)),
    latest: () => {
      listening ??= listen();
      return isHearing ? latest : undefined;
    },
    hear,
    close: async () => {
      closing.abort();
      wake();
      await listening;
    },
  };
}

const noSuch = (since: number, present: number) =>
  refusal(
    "INVALID_AS_OF",
    `\`since\` expects a revision that there is, 0 to ${present}, got ${since}${since < 0 ? "" : "; this may be another graph than the one you followed"}`,
  );
