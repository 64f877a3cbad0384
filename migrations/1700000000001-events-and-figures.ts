import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Indicators and observations, awards, expos, initiatives, forecasts, statements. */
export class EventsAndFigures1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(quantityText);
    await things(db);
    await facts(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      "drop table statements, forecasts, observations, expo_editions, wins, award_editions, initiatives, expos, awards, indicators",
    );
    await db.query("drop function quantity_text");
  }
}

const quantityText = `
  create function quantity_text(value double precision, unit text, qualifier text, status text) returns text
  language sql immutable parallel safe as $$
    select case qualifier when 'AT_LEAST' then 'more than ' when 'AT_MOST' then 'up to ' when 'ABOUT' then 'about ' else '' end
      || rtrim(to_char(value::numeric, 'FM999,999,999,999,999,990.##########'), '.') || ' ' || unit
      || case when status = 'MEASURED' then '' else ', ' || lower(status) end
  $$`;

const thing =
  "id text primary key, name text not null, aliases text[] not null, source text not null, recorded_in int not null";

async function things(db: QueryRunner): Promise<void> {
  await db.query(`
    create table indicators (${thing},
      definition text not null, unit text not null, direction text not null, dimension text, subjects text[] not null,
      minimum double precision, maximum double precision, external_codes jsonb not null, caveat text, use text
    )`);
  await db.query(`create table awards (${thing}, organiser text, description text, url text)`);
  await db.query(`create table expos (${thing}, organiser text, description text, url text)`);
  await db.query(
    `create table initiatives (${thing}, city text not null, type text, started text, description text, url text)`,
  );
  await references(db, "indicators", { dimension: "dimensions" });
  await references(db, "awards", { organiser: "organisations" });
  await references(db, "expos", { organiser: "organisations" });
  await references(db, "initiatives", { city: "cities" });
  for (const table of ["indicators", "awards", "expos", "initiatives"]) {
    await db.query(`create index on ${table} (fold(name) collate "C", id collate "C")`);
  }
}

const fact = `id text primary key, source text not null, evidence_status text not null, evidence_disputed text[] not null,
  evidence_publishers int not null, evidence_claim text not null, recorded_in int not null`;

async function facts(db: QueryRunner): Promise<void> {
  await db.query(`
    create table award_editions (${fact}, award text not null, year int not null, title text, label text, held text, city text)`);
  await db.query(`
    create table wins (${fact},
      edition text not null, category text, city text, country text, organisation text, winner text, project text
    )`);
  await db.query(`
    create table expo_editions (${fact},
      expo text not null, year int not null, title text, label text, starts text, ends text, venue text, city text,
      organisers jsonb not null, audiences text[] not null, themes text[] not null, status text
    )`);
  await db.query(`
    create table observations (${fact},
      subject text not null, indicator text not null, period text not null, value double precision not null,
      qualifier text not null, status text not null, note text
    )`);
  await db.query(`
    create table forecasts (${fact},
      forecaster text not null, indicator text not null, subject text not null, published text, points jsonb not null,
      base_year int, base_value double precision, target_year int not null, target_value double precision not null,
      stated_growth_percent double precision, stated_cagr_percent double precision, revises text, note text
    )`);
  await db.query(`
    create table statements (${fact},
      about text not null, topic text not null, text text not null, stance text not null, speaker text, role text,
      organisation text, said text, note text
    )`);
  await references(db, "award_editions", { award: "awards", city: "cities" });
  await references(db, "wins", {
    edition: "award_editions",
    city: "cities",
    country: "countries",
    organisation: "organisations",
  });
  await references(db, "expo_editions", { expo: "expos", city: "cities" });
  await references(db, "observations", { indicator: "indicators" });
  await references(db, "forecasts", { forecaster: "organisations", indicator: "indicators", revises: "forecasts" });
  await references(db, "statements", { organisation: "organisations" });
  await db.query('create index on observations (subject, indicator, period collate "C" desc)');
  await db.query("create index on forecasts (subject)");
  await db.query("create index on statements (about)");
}

async function references(db: QueryRunner, table: string, keys: Readonly<Record<string, string>>): Promise<void> {
  for (const [column, target] of Object.entries(keys)) {
    await db.query(
      `alter table ${table} add foreign key (${column}) references ${target} deferrable initially deferred`,
    );
    await db.query(`create index on ${table} (${column})`);
  }
}
