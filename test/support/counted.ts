import { AsyncLocalStorage } from "node:async_hooks";
import { type Statement, type TextRow } from "../../src/store/one-row";
import { type Store } from "../../src/store/store";

/** A store that tells what statements hand over. */
export interface Counted {
  readonly store: Store;
  /** Works, and tells the data that each statement of that work handed over, in their order. */
  statementsOf<Result>(work: () => Promise<Result>): Promise<readonly [result: Result, statements: unknown[]]>;
}

/** Watches what the reads of a store hand over, whoever asks at the same time. */
export function counted(store: Store): Counted {
  const handed = new AsyncLocalStorage<unknown[]>();
  const watched = async (coming: Promise<unknown>) => {
    const statements = handed.getStore();
    const came = await coming;
    // A read is one row of columns; what else is asked of the pool is no read.
    if (Array.isArray(came)) statements?.push(JSON.parse((came as unknown as TextRow)[0] ?? "null"));
    return came;
  };
  const query = store.pool.query.bind(store.pool) as (...args: unknown[]) => Promise<unknown>;
  const run = store.lanes.run.bind(store.lanes);
  const pool = { query: (...args: unknown[]) => watched(query(...args)) };
  const lanes = {
    run: (statement: Statement) => {
      const coming = run(statement);
      return coming && watched(coming);
    },
  };
  return {
    store: { ...store, pool: over(store.pool, pool), lanes: over(store.lanes, lanes) },
    statementsOf: (work) => {
      const statements: unknown[] = [];
      return handed.run(statements, async () => [await work(), statements] as const);
    },
  };
}

/** The same, with some of its functions changed. */
function over<Whole extends object>(whole: Whole, changed: object): Whole {
  return new Proxy(whole, {
    get: (target, name) => {
      if (name in changed) return Reflect.get(changed, name) as unknown;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
