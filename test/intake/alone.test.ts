import { settlementOf } from "../../src/intake/settlement";
import { kinds, tableOf } from "../../src/knowledge";
import { shipped, type World } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

const facts = kinds.filter(({ claims }) => claims);

/** No revision that ships has this number: a row that bears it has been written anew. */
const later = 1_000_000;

test.each(facts.map((kind) => [kind.name, kind] as const))(
  "%s of one claim each are written as the rule of evidence would write them, had they more",
  async (name, kind) => {
    const client = await graph.store.pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('citegraph.revision', $1, true)", [String(later)]);
      const { rows } = await client.query<{ fact: string }>(
        "select fact from claims where kind = $1 group by fact having count(*) = 1 and bool_and(deprecated is null)",
        [name],
      );
      expect(rows.length).toBeGreaterThan(0);
      await client.query(settlementOf(kind).write, [rows.map(({ fact }) => fact), rows.map(() => later)]);
      const written = await client.query(`select id from ${tableOf(kind)} where recorded_in = $1`, [later]);
      expect(written.rows).toEqual([]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  },
);
