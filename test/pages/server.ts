import { type FastifyInstance } from "fastify";
import { createApp } from "../../src/app";
import { type World } from "../support/world";

/** The application over a world, with a count of the statements it sent to the store. */
export interface Opened {
  readonly app: FastifyInstance;
  /** How many statements one page took. */
  statements(): number;
  get(url: string, accept?: string, headers?: Record<string, string>): Promise<Got>;
}

/** What a page came as. */
export interface Got {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
export const base = "https://citegraph.example";

/** Opens the application itself over a world's store; the caller closes it. `settings` are what it runs with beyond the usual. */
export async function open({ store }: World, settings: { readonly rate?: number } = {}): Promise<Opened> {
  let count = 0;
  const query = store.pool.query.bind(store.pool) as (...args: unknown[]) => unknown;
  const counting = new Proxy(store.pool, {
    get: (pool, name) => {
      const value = Reflect.get(pool, name) as unknown;
      if (name !== "query") return typeof value === "function" ? value.bind(pool) : value;
      return (...args: unknown[]) => {
        count++;
        return query(...args);
      };
    },
  });
  const app = await createApp({ ...store, pool: counting }, { logLevel: "silent", publicUrl: base, ...settings });
  const get = async (url: string, accept = browser, headers: Record<string, string> = {}) => {
    const response = await app.inject({ url, headers: { accept, ...headers } });
    return { status: response.statusCode, text: response.payload, headers: response.headers };
  };
  return { app, get, statements: () => count };
}
