import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Every table whose rows are remembered when they change or go. */
const remembered = [
  "sources",
  "organisations",
  "regions",
  "countries",
  "cities",
  "dimensions",
  "rankings",
  "indicators",
  "awards",
  "expos",
  "initiatives",
  "ranking_editions",
  "placements",
  "sub_scores",
  "award_editions",
  "wins",
  "expo_editions",
  "observations",
  "forecasts",
  "statements",
  "claims",
  "names",
];

/** History, as-of reading, and the book of changes. */
export class Revisions1700000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("create schema history");
    await db.query("create schema as_of");
    await db.query(`
      alter table revisions
        add column id text generated always as (number::text) stored unique,
        add column partner text,
        add column message text`);
    await db.query("alter table names add column recorded_in int not null default 0");
    await db.query("alter table names alter column recorded_in drop default");
    await db.query(keep);
    await db.query(remember);
    for (const table of remembered) await db.query("select remember($1)", [table]);
    await db.query(`
      create table changes (
        id text primary key,
        revision text not null references revisions (id),
        recorded_in int not null,
        ordinal int not null,
        kind text not null,
        fact text not null,
        source_slug text not null,
        verdict text not null,
        before jsonb,
        after jsonb,
        about text[] not null
      )`);
    await db.query("create index on changes (recorded_in, ordinal)");
    await db.query("create index on changes (revision)");
    await db.query("create index on changes using gin (about)");
    await db.query(pastRevisions);
    await db.query(pastChanges);
    await db.query(pastGraph);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop schema as_of cascade");
    for (const table of remembered) await db.query(`drop trigger remember on ${table}`);
    await db.query("drop schema history cascade");
    await db.query("drop table changes");
    await db.query("drop function remember");
    await db.query("alter table names drop column recorded_in");
    await db.query("alter table revisions drop column id, drop column partner, drop column message");
  }
}

// A version that began and ended in one revision was never seen, and is not kept.
const keep = `
  create function history.keep() returns trigger language plpgsql as $$
  declare present int := current_setting('citegraph.revision')::int;
  begin
    if old.recorded_in < present then
      execute format('insert into history.%I select ($1).*, $2', tg_table_name) using old, present;
    end if;
    if tg_op = 'DELETE' then return old; end if;
    new.recorded_in := present;
    return new;
  end $$`;

/** Gives a table its memory: a mirror in history, indexed alike, the trigger that fills it, and the relation that unites both. */
const remember = `
  create function remember(remembered text) returns void language plpgsql as $$
  declare definition text;
  begin
    execute format('create table history.%1$I (like public.%1$I)', remembered);
    execute format('alter table history.%I add column recorded_until int not null', remembered);
    for definition in select indexdef from pg_indexes where schemaname = 'public' and tablename = remembered loop
      execute regexp_replace(definition, '^CREATE (UNIQUE )?INDEX \\S+ ON \\S+', format('create index on history.%I', remembered));
    end loop;
    execute format('create trigger remember before update or delete on public.%I for each row execute function history.keep()', remembered);
    execute format('create function as_of.%1$I(r int) returns setof public.%1$I language sql stable as $f$
        select * from public.%1$I where recorded_in <= r
        union all select %2$s from history.%1$I where recorded_in <= r and recorded_until > r
      $f$', remembered,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = format('public.%I', remembered)::regclass and attnum > 0 and not attisdropped));
  end $$`;

const pastRevisions = `
  create function as_of.revisions(r int) returns setof public.revisions language sql stable as $$
    select * from public.revisions where number <= r
  $$`;

const pastChanges = `
  create function as_of.changes(r int) returns setof public.changes language sql stable as $$
    select * from public.changes where recorded_in <= r
  $$`;

const pastGraph = `
  create function as_of.graph(r int) returns setof public.graph language sql stable as $$
    select r, (select recorded_at from revisions where number = r), evidence_rule(),
      (select coalesce(jsonb_agg(jsonb_build_object('licence', licence, 'licenceClass', licence_class, 'sources', count)
          order by count desc, licence), '[]')
        from (select licence, licence_class, count(*) from as_of.sources(r) group by licence, licence_class) l)
  $$`;
