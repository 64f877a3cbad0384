import { type MigrationInterface, type QueryRunner } from "typeorm";
import { remembering } from "./1700000000014-remember-at-once";

/** How many rows there are of a kind, and were from each revision on, is kept instead of being counted. */
export class Counts1700000000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // What another process is recording is counted when it is done; with tables taken one by one, each could wait for the other.
    await db.query(`select pg_advisory_xact_lock(${lockOfRecording})`);
    await db.query(counts);
    await db.query(countMore);
    for (const statement of counting) await db.query(statement);
    await db.query(beginToCount);
    await db.query(remembering("perform begin_to_count(remembered);"));
    await db.query(forEachKind("perform begin_to_count(kind)"));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      forEachKind(`
        execute format('drop trigger counts_insert on public.%I', kind);
        execute format('drop trigger counts_delete on public.%I', kind)`),
    );
    await db.query(remembering());
    await db.query("drop function begin_to_count, count_insert, count_delete, count_more, as_of.counts");
    await db.query("drop table counts");
  }
}

/** What whoever records waits for. */
const lockOfRecording = 20_260_101;

const forEachKind = (statements: string) => `
  do $$ declare kind text;
  begin
    for kind in select tablename from pg_tables
      where schemaname = 'history' and tablename not in ('claims', 'names', 'disputes')
    loop ${statements}; end loop;
  end $$`;

/** Of a table, by its name, how many rows it has from a revision on, until the next that is here. */
const counts = `
  create table counts (id text, recorded_in int, count int not null, primary key (id, recorded_in));
  create function as_of.counts(r int) returns setof public.counts language sql stable as $$
    select * from public.counts where recorded_in <= r $$`;

// Rows of several revisions may come at once, and some of an earlier one after them.
const countMore = `
  create function count_more(counted text, revision int, more bigint) returns void language plpgsql as $$
  begin
    insert into counts (id, recorded_in, count) values (counted, revision, coalesce(
      (select c.count from counts c where c.id = counted and c.recorded_in < revision order by c.recorded_in desc limit 1), 0))
    on conflict do nothing;
    update counts c set count = c.count + more where c.id = counted and c.recorded_in >= revision;
  end $$`;

const counting = [
  `create function count_insert() returns trigger language plpgsql as $$
  begin
    perform count_more(tg_table_name, recorded_in, count(*)) from come group by recorded_in;
    return null;
  end $$`,
  `create function count_delete() returns trigger language plpgsql as $$
  begin
    perform count_more(tg_table_name, current_setting('citegraph.revision')::int, -count(*)) from gone having count(*) > 0;
    return null;
  end $$`,
];

/** Has the rows of a table counted from now on, and counts those that there are, as they were at each revision. */
const beginToCount = `
  create function begin_to_count(counted text) returns void language plpgsql as $f$
  begin
    execute format('create trigger counts_insert after insert on public.%I
      referencing new table as come for each statement execute function count_insert()', counted);
    execute format('create trigger counts_delete after delete on public.%I
      referencing old table as gone for each statement execute function count_delete()', counted);
    -- What is inserted without a look at foreign keys counts, too.
    execute format('alter table public.%I enable always trigger counts_insert', counted);
    delete from counts where id = counted;
    execute format($q$
      insert into counts (id, recorded_in, count)
      select %1$L, revision, sum(sum(more)) over (order by revision) from (
        select recorded_in as revision, 1 as more from public.%1$I
        union all select recorded_in, 1 from history.%1$I
        union all select recorded_until, -1 from history.%1$I
      ) touched group by revision having sum(more) <> 0
    $q$, counted);
  end $f$`;
