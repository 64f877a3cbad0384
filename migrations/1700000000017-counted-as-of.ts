import { type MigrationInterface, type QueryRunner } from "typeorm";

/**
 * Rows of a time are counted by an index, as rows of the present are: read whole, they took almost three times as long.
 * Versions are remembered by the names of their columns, not by their places: a table may gain one.
 */
export class CountedAsOf1700000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(forEachKind("create index on public.%I (recorded_in)"));
    await db.query(keepAll("(%2$s, recorded_until) select %2$s"));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(keepAll("select *"));
    await db.query(forEachKind("drop index public.%I_recorded_in_idx"));
  }
}

/** Only kinds are counted: what is claimed, named and disputed is read by other indexes. */
const forEachKind = (statement: string) => `
  do $$ declare kind text;
  begin
    for kind in select tablename from pg_tables
      where schemaname = 'history' and tablename not in ('claims', 'names', 'disputes')
    loop execute replace('${statement}', '%I', kind); end loop;
  end $$`;

const keepAll = (columns: string) => `
  create or replace function history.keep_all() returns trigger language plpgsql as $$
  declare
    present int := current_setting('citegraph.revision')::int;
    names text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = tg_relid and attnum > 0 and not attisdropped);
  begin
    execute format('insert into history.%1$I ${columns}, $1 from gone where recorded_in < $1', tg_table_name, names) using present;
    return null;
  end $$`;
