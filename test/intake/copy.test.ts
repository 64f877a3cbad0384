import { copyRows, lineOf } from "../../src/intake/copy";
import { recording } from "../../src/intake/lock";
import { type World, world } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await world();
  await graph.store.source.query("create table kept (id int, word text, list text[], said jsonb)");
}, 60_000);
afterAll(() => graph.close());

const words = [
  "",
  "plain",
  "a\tb",
  "a\nb\r\nc",
  "back\\slash \\N \\.",
  'a "quoted" word',
  "{brace,s}",
  "Zürich 😀",
  "NULL",
];
const into = "kept (id, word, list, said)";
const kept = () => graph.store.source.query("select * from kept order by id");

test("words, lists and JSON arrive as they were sent, whatever signs they hold", async () => {
  const rows = words.map((word, id) => ({ id, word, list: [word, "x"], said: { [word]: [word] } }));
  const lines = rows.map(({ id, word, list, said }) => `${lineOf([id, word, list, JSON.stringify(said)])}\n`).join("");
  await recording(graph.store.source, (ask) => ask.copy([{ into, lines }]));
  expect(await kept()).toEqual(rows);
  await graph.store.source.query("truncate kept");
});

test("lists that are asked with arrive as they were sent, whatever signs they hold", async () => {
  const lists: unknown[][] = [...words.map((word) => [word, "x"]), ["a", "b,c", "{}", ""], [], [1, 2], ["x", null]];
  await recording(graph.store.source, async (ask) => {
    for (const list of lists) {
      const [row] = await ask("select $1::text[] as list", [list]);
      expect(row).toEqual({ list: list.map((item) => (item === null ? null : String(item))) });
    }
  });
});

test("what is null or left out is null, and an empty list an empty list", async () => {
  const lines = `${lineOf([1, null, [], undefined])}\n`;
  await recording(graph.store.source, (ask) => ask.copy([{ into, lines }]));
  expect(await kept()).toEqual([{ id: 1, word: null, list: [], said: null }]);
  await graph.store.source.query("truncate kept");
});

test("several tables are filled in turn; one without rows is passed over", async () => {
  await recording(graph.store.source, (ask) =>
    ask.copy([
      { into: "kept (id)", lines: "1\n2\n" },
      { into: "kept (word)", lines: "" },
      { into: "kept (word)", lines: "three\n" },
    ]),
  );
  expect(await graph.store.source.query("select count(id)::int as ids, count(word)::int as words from kept")).toEqual([
    { ids: 2, words: 1 },
  ]);
  await graph.store.source.query("truncate kept");
});

test("nothing is kept of what Postgres refuses, and the connection serves on", async () => {
  const client = await graph.store.pool.connect();
  try {
    const lines = `${lineOf([1, "good"])}\n${lineOf(["bad", "row"])}\n`;
    const copies = [
      { into: "kept (id, word)", lines },
      { into: "kept (id, word)", lines: `${lineOf([2, "next"])}\n` },
    ];
    await client.query("begin read write");
    await expect(copyRows(client, copies)).rejects.toMatchObject({ code: "22P02" });
    await client.query("rollback");
    expect((await client.query("select count(*)::int as count from kept")).rows).toEqual([{ count: 0 }]);
  } finally {
    client.release();
  }
});
