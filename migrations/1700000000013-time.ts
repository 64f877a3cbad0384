import { type MigrationInterface, type QueryRunner } from "typeorm";

/** The past is read by indexes as the present is; revisions are dated when they are committed, each after the one before. */
export class Time1700000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(indexHistory("', recorded_until, recorded_in)\\1'"));
    await db.query(unite(versions));
    await db.query(remember);
    await db.query(forEach("perform history.index_versions(remembered); perform history.unite(remembered)"));
    await db.query("create index on revisions (recorded_at, number)");
    await db.query(stamp);
    await db.query(`
      create constraint trigger stamp after insert on revisions deferrable initially deferred
      for each row execute function stamp_revision()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop trigger stamp on revisions");
    await db.query("drop function stamp_revision");
    await db.query("drop index revisions_recorded_at_number_idx");
    await db.query(indexHistory("')\\1'"));
    await db.query(unite(separate));
    await db.query(forEach("perform history.index_versions(remembered); perform history.unite(remembered)"));
  }
}

const forEach = (statements: string) => `
  do $$ declare remembered text;
  begin
    for remembered in select tablename from pg_tables where schemaname = 'history' loop ${statements}; end loop;
  end $$`;

/**
 * Indexes the versions of a table that are gone as the table itself is; to be asked again when that gains an index. By
 * what stands at the end of an index, the versions of a time are found among the many that a row has had.
 */
const indexHistory = (end: string) => `
  create or replace function history.index_versions(remembered text) returns void language plpgsql as $$
  declare definition text;
  begin
    for definition in select 'drop index history.' || quote_ident(indexname) from pg_indexes
      where schemaname = 'history' and tablename = remembered loop execute definition; end loop;
    for definition in select indexdef from pg_indexes where schemaname = 'public' and tablename = remembered loop
      definition := regexp_replace(definition, '^CREATE (UNIQUE )?INDEX \\S+ ON \\S+', format('create index on history.%I', remembered));
      if definition ~ ' USING btree ' then definition := regexp_replace(definition, '\\)( WHERE .*)?$', ${end}); end if;
      execute definition;
    end loop;
    execute format('create index on history.%I (recorded_until, recorded_in)', remembered);
  end $$`;

/** Defines the relation of a table's rows as of a revision; to be asked again when the table gains a column. */
const unite = (body: string) => `
  create or replace function history.unite(united text) returns void language plpgsql as $$
  declare columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = format('public.%I', united)::regclass and attnum > 0 and not attisdropped);
  begin
    execute format('create or replace function as_of.%1$I(r int) returns setof public.%1$I language sql stable as $f$${body}$f$', united, columns);
  end $$`;

// Only a union without conditions of its own is taken apart by the planner, so that each half is joined by its indexes.
const versions = `
  select %2$s from (
    select %2$s, 2147483647 as recorded_until from public.%1$I union all select %2$s, recorded_until from history.%1$I
  ) versions where recorded_in <= r and recorded_until > r`;

const separate = `
  select * from public.%1$I where recorded_in <= r
  union all select %2$s from history.%1$I where recorded_in <= r and recorded_until > r`;

/** Has a table remembered from now on, row by row. */
export const remember = `
  create or replace function remember(remembered text) returns void language plpgsql as $$
  begin
    execute format('create table history.%1$I (like public.%1$I)', remembered);
    execute format('alter table history.%I add column recorded_until int not null', remembered);
    perform history.index_versions(remembered);
    execute format('create trigger remember before update or delete on public.%I for each row execute function history.keep()', remembered);
    perform history.unite(remembered);
  end $$`;

// A transaction begins before it waits for its turn: dated by its beginning, a revision could seem older than the one
// before it, and a day that is over could gain one.
const stamp = `
  create function stamp_revision() returns trigger language plpgsql as $$
  begin
    update revisions r set recorded_at =
      greatest(clock_timestamp(), (select before.recorded_at from revisions before where before.number = new.number - 1))
    where r.number = new.number;
    return null;
  end $$`;
