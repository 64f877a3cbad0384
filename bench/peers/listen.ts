import { type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { Pool } from "pg";

/** The database that everybody is measured over. */
export const databaseUrl = process.env["DATABASE_URL"]!;

/** As many connections as Citegraph has for reads: ten for any, two for light ones. */
export const poolSize = 12;

/** None is closed for being idle while others have their turn. */
export const idleTimeoutMillis = 3_600_000;

export const openPool = () => new Pool({ connectionString: databaseUrl, max: poolSize, idleTimeoutMillis });

/** Takes any free port, tells it, and ends when told to. */
export function listen(server: Server): void {
  server.listen(0, "127.0.0.1", () => tellReady((server.address() as AddressInfo).port));
}

export function tellReady(port: number): void {
  console.log(`ready at http://127.0.0.1:${port}`);
  process.once("SIGTERM", () => process.exit());
}
