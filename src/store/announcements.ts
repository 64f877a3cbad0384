import { setTimeout as sleep } from "node:timers/promises";
import { Client, type Pool } from "pg";

/** Hears of revisions that any process records in the same database. */
export interface Announcements {
  /** The numbers of revisions after `since`, in order; without it, of those to come. It ends when it is returned from. */
  revisions(since?: number): AsyncIterableIterator<number>;
  close(): Promise<void>;
}

const channel = "citegraph_revised";

/** Listens for revisions on a connection of its own, from the first time somebody asks; it comes back when it is lost. */
export function createAnnouncements(url: string, pool: Pool, log: (message: string) => void): Announcements {
  const waiting = new Set<() => void>();
  let listening: Promise<void> | undefined;
  let client: Client | undefined;
  let isClosed = false;

  const wake = () => {
    for (const go of waiting) go();
    waiting.clear();
  };

  async function listen(): Promise<void> {
    const fresh = new Client({ connectionString: url, keepAlive: true, application_name: "citegraph announcements" });
    fresh.on("notification", wake);
    fresh.on("error", () => {});
    fresh.once("end", () => void returnLater());
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
    // What was announced while nobody listened is found by looking.
    wake();
  }

  async function returnLater(): Promise<void> {
    while (!isClosed) {
      await sleep(1000);
      try {
        return await listen();
      } catch (error) {
        log(`Announcements of revisions are not heard: ${(error as Error).message}; trying again.`);
      }
    }
  }

  /** Waits for the next announcement, or for `over`. */
  const announced = (over: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (over.aborted || isClosed) return resolve();
      const go = () => {
        over.removeEventListener("abort", go);
        waiting.delete(go);
        resolve();
      };
      over.addEventListener("abort", go);
      waiting.add(go);
    });

  async function* read(since: number | undefined, over: AbortSignal): AsyncGenerator<number> {
    listening ??= listen();
    await listening;
    let last = since ?? (await latest());
    while (!over.aborted && !isClosed) {
      // Waiting begins before looking, or a revision recorded in between would go unseen until the next.
      const news = announced(over);
      const numbers = await after(last);
      for (const number of numbers) {
        if (over.aborted) return;
        yield number;
        last = number;
      }
      if (numbers.length === 0) await news;
    }
  }

  async function latest(): Promise<number> {
    const { rows } = await pool.query<{ number: number }>("select coalesce(max(number), 0) as number from revisions");
    return rows[0]!.number;
  }

  async function after(number: number): Promise<number[]> {
    const text = "select number from revisions where number > $1 order by number limit 100";
    const { rows } = await pool.query<{ number: number }>({ name: "revisions_after", text, values: [number] });
    return rows.map((row) => row.number);
  }

  return {
    revisions: (since) => endable((over) => read(since, over)),
    close: async () => {
      isClosed = true;
      wake();
      await client?.end();
    },
  };
}

/** A generator that ends at once when it is returned from, even while it waits. */
function endable<Item>(start: (over: AbortSignal) => AsyncGenerator<Item>): AsyncIterableIterator<Item> {
  const over = new AbortController();
  const source = start(over.signal);
  const iterator: AsyncIterableIterator<Item> = {
    next: () => source.next(),
    return: (value) => {
      over.abort();
      return source.return(value);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
