import { type MigrationInterface, type QueryRunner } from "typeorm";
import { remember } from "./1700000000013-time";

/** What a statement changes or removes is remembered all at once: row by row it took three times as long as the change itself. */
export class RememberAtOnce1700000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(keepAll);
    await db.query(stamp);
    await db.query(watch());
    await db.query(watchAnew);
    await db.query(remembering());
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(remember);
    await db.query(
      forEach(`
        execute format('drop trigger remember on public.%I', remembered);
        execute format('drop trigger remember_changed on public.%I', remembered);
        execute format('drop trigger remember_retracted on public.%I', remembered);
        execute format('create trigger remember before update or delete on public.%I for each row execute function history.keep()', remembered)`),
    );
    await db.query("drop function history.watch, history.stamp, history.keep_all");
  }
}

const forEach = (statements: string) => `
  do $$ declare remembered text;
  begin
    for remembered in select tablename from pg_tables where schemaname = 'history' loop ${statements}; end loop;
  end $$`;

// A version that began and ended in one revision was never seen, and is not kept.
const keepAll = `
  create function history.keep_all() returns trigger language plpgsql as $$
  declare present int := current_setting('citegraph.revision')::int;
  begin
    execute format('insert into history.%I select *, $1 from gone where recorded_in < $1', tg_table_name) using present;
    return null;
  end $$`;

const stamp = `
  create function history.stamp() returns trigger language plpgsql as $$
  begin
    new.recorded_in := current_setting('citegraph.revision')::int;
    return new;
  end $$`;

/**
 * Has the versions of a table kept that change or go, and rows dated that change.
 *
 * @param when a condition on the rows to be dated; all of them without one
 */
export const watch = (when = "") => `
  create or replace function history.watch(watched text) returns void language plpgsql as $$
  begin
    execute format('drop trigger if exists remember on public.%I', watched);
    execute format('drop trigger if exists remember_changed on public.%I', watched);
    execute format('drop trigger if exists remember_retracted on public.%I', watched);
    execute format('create trigger remember before update on public.%I for each row ${when} execute function history.stamp()', watched);
    execute format('create trigger remember_changed after update on public.%I
      referencing old table as gone for each statement execute function history.keep_all()', watched);
    execute format('create trigger remember_retracted after delete on public.%I
      referencing old table as gone for each statement execute function history.keep_all()', watched);
  end $$`;

/** Has all that is remembered watched as tables are from now on. */
export const watchAnew = forEach("perform history.watch(remembered)");

/** Has a table remembered from now on; `more` is what else is done for it, as statements. */
export const remembering = (more = "") => `
  create or replace function remember(remembered text) returns void language plpgsql as $$
  begin
    execute format('create table history.%1$I (like public.%1$I)', remembered);
    execute format('alter table history.%I add column recorded_until int not null', remembered);
    perform history.index_versions(remembered);
    perform history.watch(remembered);
    perform history.unite(remembered);
    ${more}
  end $$`;
