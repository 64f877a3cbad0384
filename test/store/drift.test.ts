import { kinds, tableOf } from "../../src/knowledge";
import { type World, world } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await world();
}, 60_000);
afterAll(() => graph.close());

test("the tables are what their classes say", async () => {
  const { upQueries } = await graph.store.source.driver.createSchemaBuilder().log();
  // Indexes are the migrations' own: TypeORM cannot declare those on expressions, and would drop what it does not know.
  const drift = upQueries.map(({ query }) => query).filter((query) => !query.startsWith("DROP INDEX"));
  expect(drift).toEqual([]);
});

test("every kind is remembered, and can be asked for as of a revision", async () => {
  const tables: { name: string }[] = await graph.store.source.query(`
    select tgrelid::regclass::text as name from pg_trigger
      where tgname = 'remember' and to_regprocedure(format('as_of.%s(int)', tgrelid::regclass)) is not null`);
  const remembered = new Set(tables.map(({ name }) => name));
  expect(kinds.map(tableOf).filter((table) => !remembered.has(table))).toEqual([]);
});

test("what is remembered is remembered at once, whatever a statement does", async () => {
  const tables: { name: string; triggers: number }[] = await graph.store.source.query(`
    select t.tablename as name, (select count(*)::int from pg_trigger
        where tgrelid = t.tablename::regclass and tgname in ('remember', 'remember_changed', 'remember_retracted')) as triggers
      from pg_tables t where schemaname = 'history'`);
  expect(tables.filter(({ triggers }) => triggers !== 3)).toEqual([]);
});

test("of every kind it is kept how many rows there are", async () => {
  const tables: { name: string }[] = await graph.store.source.query(
    "select tgrelid::regclass::text as name from pg_trigger where tgname in ('counts_insert', 'counts_delete') group by 1 having count(*) = 2",
  );
  const counted = new Set(tables.map(({ name }) => name));
  expect(kinds.map(tableOf).filter((table) => !counted.has(table))).toEqual([]);
});

test("versions are remembered by the names of columns, wherever a table gains one", async () => {
  const { source } = graph.store;
  await source.query(`
    alter table regions add column motto text default 'none';
    alter table history.regions add column motto text`);
  await source.transaction(async (manager) => {
    await manager.query("select set_config('citegraph.revision', '1', true)");
    await manager.query("insert into regions (id, name, aliases, source, recorded_in) values ('x', 'X', '{}', 'y', 1)");
    await manager.query("select set_config('citegraph.revision', '2', true)");
    await manager.query("update regions set name = 'Y', recorded_in = 2 where id = 'x'");
  });
  expect(await source.query("select name, motto, recorded_in, recorded_until from history.regions")).toEqual([
    { name: "X", motto: "none", recorded_in: 1, recorded_until: 2 },
  ]);
  await source.query("alter table regions drop column motto; alter table history.regions drop column motto");
});

test("every migration has a way back", async () => {
  const { source } = graph.store;
  for (let i = 0; i < source.migrations.length; i++) await source.undoLastMigration();
  const tables = await source.query(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and relname <> 'migrations'",
  );
  expect(tables).toEqual([]);
  await source.runMigrations();
});
