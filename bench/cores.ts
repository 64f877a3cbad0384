import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { type Store } from "../src/store/store";

const isShared = cpus().length < 2 || !hasTaskset();

/** The core of servers and Postgres, and that of whoever asks; undefined where there is one core, or none can be chosen. */
export const cores: { readonly server: number | undefined; readonly client: number | undefined } = isShared
  ? { server: undefined, client: undefined }
  : { server: 0, client: 1 };

function hasTaskset(): boolean {
  try {
    return execFileSync("taskset", ["-c", "0", "echo"]).length > 0;
  } catch {
    return false;
  }
}

/** Has Postgres work on the core of the servers: all it does now and will. */
export async function placePostgres({ pool }: Store): Promise<void> {
  if (cores.server === undefined) return;
  const { rows } = await pool.query<{ text: string }>("select pg_read_file('postmaster.pid') as text");
  for (const pid of [Number(rows[0]!.text.split("\n")[0]), ...(await backendsOf(pool))]) {
    try {
      execFileSync("taskset", ["-cp", String(cores.server), String(pid)], { stdio: "ignore" });
    } catch {
      // A connection may be gone by now.
    }
  }
}

/** The processes of Postgres that serve this database or work for all. */
export async function backendsOf(pool: Store["pool"]): Promise<number[]> {
  return (await pool.query<{ pid: number }>("select pid from pg_stat_activity")).rows.map(({ pid }) => pid);
}
