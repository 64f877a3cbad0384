import { join } from "node:path";
import { createPool } from "../../../src/insights/work/pool";

const pool = createPool(["--require", join(__dirname, "../../support/typescript.js")]);
afterAll(() => pool.close());

test("a task that there is not is a fault of ours", async () => {
  await expect(pool.work("nothing", {})).rejects.toThrow("no task nothing");
});

test("work that nobody waits for any more is given up", async () => {
  const gone = new AbortController();
  gone.abort();
  await expect(pool.work("nothing", {}, gone.signal)).rejects.toMatchObject({ extensions: { code: "CANCELLED" } });
});
