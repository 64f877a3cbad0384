import { type Running } from "./start-postgres";

/** After all tests: stops what `startPostgres` started. */
export default async function stopPostgres(): Promise<void> {
  await (globalThis as Running).stopPostgres?.();
}
