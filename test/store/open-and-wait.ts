import { openStore } from "../../src/store/store";

/** A process with an embedded store in argument 1: says "open", and at SIGINT reads once more, says so, and closes. */
async function main(home: string): Promise<void> {
  const store = await openStore({ url: undefined, home }, { entities: [], migrations: [] }, () => undefined);
  process.once("SIGINT", async () => {
    const { rows } = await store.pool.query("select pg_sleep(0.3), 'still here' as word");
    process.stdout.write(`${rows[0].word}\n`);
    await store.close();
  });
  process.stdout.write("open\n");
}

void main(process.argv[2]!);
