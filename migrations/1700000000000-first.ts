import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Things, rankings and what sources say of them. */
export class First1700000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("create extension if not exists pg_trgm");
    await functions(db);
    await books(db);
    await things(db);
    await facts(db);
    await db.query(graph);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop view graph");
    await db.query(`
      drop table sub_scores, placements, ranking_editions, names, claims, files, revisions,
        dimensions, rankings, cities, sources, organisations, countries, regions`);
    await db.query("drop function fold, evidence_rule");
  }
}

async function functions(db: QueryRunner): Promise<void> {
  // Letters that Unicode does not take apart are spelled as English does. ICU, so that every server folds alike.
  await db.query(`
    create function fold(text text) returns text language sql immutable parallel safe strict as $$
      select trim(regexp_replace(
        replace(replace(replace(translate(
          lower(regexp_replace(normalize(text, NFKD), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu"),
          'øłđıħŧð', 'oldihtd'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        '[^[:alnum:]\\u0080-\\uffff]+', ' ', 'g'))
    $$`);
  await db.query(`
    create function evidence_rule() returns text[] language sql immutable parallel safe as $$
      select array[
        'claims that are not deprecated, before those that are',
        'the source nearest to the fact: publisher, official, press, compilation, partner',
        'measured before planned',
        'the source published last; undated ones after dated ones',
        'the id of the source'
      ]
    $$`);
}

async function books(db: QueryRunner): Promise<void> {
  await db.query(`
    create table revisions (
      number int primary key,
      recorded_at timestamptz not null default now(),
      source text not null,
      added int not null,
      changed int not null,
      retracted int not null
    )`);
  await db.query(`
    create table files (
      folder text not null,
      path text not null,
      digest text not null,
      source text not null,
      primary key (folder, path)
    )`);
  await db.query(`
    create table claims (
      id text primary key,
      kind text not null,
      fact text not null,
      source text not null,
      text text not null,
      "values" jsonb not null,
      deprecated text,
      note text,
      position int,
      recorded_in int not null
    )`);
  await db.query("create index on claims (fact)");
  await db.query("create index on claims (source, kind)");
}

const thing =
  "id text primary key, name text not null, aliases text[] not null, source text not null, recorded_in int not null";

async function things(db: QueryRunner): Promise<void> {
  await db.query(`create table regions (${thing})`);
  await db.query(`create table countries (${thing}, iso2 text not null, iso3 text not null)`);
  await db.query(`create table organisations (${thing}, country text, url text, external_ids jsonb not null)`);
  await db.query(`
    create table sources (
      id text primary key,
      kind text not null,
      title text not null,
      publisher text not null,
      carrier text,
      authors text[] not null,
      url text,
      published text,
      retrieved text,
      language text,
      licence text not null,
      licence_class text not null,
      note text,
      recorded_in int not null
    )`);
  await db.query(`
    create table cities (${thing}, country text not null, location jsonb, prominence int not null, external_ids jsonb not null)`);
  await db.query(`create table rankings (${thing}, publisher text not null, description text, subject text, url text)`);
  await db.query(`create table dimensions (${thing}, ranking text, description text)`);
  await references(db, "organisations", { country: "countries" });
  await references(db, "sources", { publisher: "organisations", carrier: "organisations" });
  await references(db, "cities", { country: "countries" });
  await references(db, "rankings", { publisher: "organisations" });
  await references(db, "dimensions", { ranking: "rankings" });
  for (const table of ["regions", "countries", "organisations", "cities", "rankings", "dimensions"]) {
    await db.query(`create index on ${table} (fold(name) collate "C", id collate "C")`);
  }
  await db.query("create index on cities using gin (id gin_trgm_ops)");
  await db.query('create index on cities (prominence desc, id collate "C" desc)');
  await db.query('create index on sources (published collate "C" desc nulls last, id collate "C" desc)');
  await db.query(`
    create table names (
      type text not null,
      thing text not null,
      name text not null,
      folded text not null,
      whole boolean not null,
      prominence int not null,
      primary key (type, thing, folded)
    )`);
  await db.query('create index on names (folded collate "C")');
  await db.query("create index on names using gin (folded gin_trgm_ops) where whole");
}

const fact = `id text primary key, source text not null, evidence_status text not null, evidence_disputed text[] not null,
  evidence_publishers int not null, evidence_claim text not null, recorded_in int not null`;

async function facts(db: QueryRunner): Promise<void> {
  await db.query(`
    create table ranking_editions (${fact},
      ranking text not null, year int not null, label text, title text, published text, cities_assessed int,
      dimensions jsonb not null, weights text, scale text, method text, comparable_with text[] not null
    )`);
  await db.query(`
    create table placements (${fact},
      edition text not null, city text not null, rank int, score double precision, rating text
    )`);
  await db.query(`
    create table sub_scores (${fact},
      edition text not null, city text not null, dimension text not null, placement text not null,
      rank int, score double precision, rating text
    )`);
  await references(db, "ranking_editions", { ranking: "rankings" });
  await references(db, "placements", { edition: "ranking_editions", city: "cities" });
  await references(db, "sub_scores", { edition: "ranking_editions", city: "cities", dimension: "dimensions" });
  await db.query("create index on placements (edition, rank)");
  await db.query("create index on sub_scores (placement)");
}

/** Foreign keys that are looked at when all of a load is recorded, so that its order does not matter. */
async function references(db: QueryRunner, table: string, keys: Readonly<Record<string, string>>): Promise<void> {
  for (const [column, target] of Object.entries(keys)) {
    await db.query(
      `alter table ${table} add foreign key (${column}) references ${target} deferrable initially deferred`,
    );
    await db.query(`create index on ${table} (${column})`);
  }
}

const graph = `
  create view graph as select
    (select coalesce(max(number), 0) from revisions) as revision,
    (select recorded_at from revisions order by number desc limit 1) as recorded_at,
    evidence_rule() as evidence_rule,
    (select coalesce(jsonb_agg(jsonb_build_object('licence', licence, 'licenceClass', licence_class, 'sources', count)
        order by count desc, licence), '[]')
      from (select licence, licence_class, count(*) from sources group by licence, licence_class) l) as licences`;
