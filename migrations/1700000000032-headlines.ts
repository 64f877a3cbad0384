import { type MigrationInterface, type QueryRunner } from "typeorm";

/**
 * Lists by the figures of an indicator as they stand go by these: of each thing its headline, kept by whatever writes
 * observations, instead of being found among all its periods each time.
 */
export class Headlines1700000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(headlines);
    await db.query(headlineOf);
    await db.query(keepHeadlines);
    for (const [name, event, touched] of events)
      await db.query(`
        create trigger ${name} after ${event} on observations
          referencing ${touched} table as touched for each statement execute function keep_headlines()`);
    await db.query(turnHeadlines);
    await db.query(`
      create trigger headlines_of_source after update of kind on sources
        for each row when (old.kind is distinct from new.kind) execute function turn_headlines()`);
    await db.query(`${settled("(select distinct indicator, subject from observations)")}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop trigger headlines_of_source on sources");
    for (const [name] of events) await db.query(`drop trigger ${name} on observations`);
    await db.query("drop function keep_headlines, turn_headlines, headline_of");
    await db.query("drop table headlines");
  }
}

const events = [
  ["headlines_of_new", "insert", "new"],
  ["headlines_of_changed", "update", "new"],
  ["headlines_of_retracted", "delete", "old"],
] as const;

const headlines = `
  create table headlines (
    id text primary key,
    indicator text not null,
    subject text not null,
    value float8 not null,
    unique (indicator, subject));
  create index on headlines (indicator, value)`;

const headlineOf = `
  create function headline_of(of_indicator text, of_subject text) returns table (id text, value float8)
  language sql stable as $$
    select o.id, o.value from observations o left join sources s on s.id = o.source
    where o.indicator = of_indicator and o.subject = of_subject
    order by coalesce(s.kind = 'PARTNER', false), o.status in ('PLANNED', 'FORECAST'),
      o.period collate "C" desc, o.id collate "C" desc limit 1
  $$`;

/** Has the headlines of these `(indicator, subject)` be what they are. */
const settled = (pairs: string) => `
  insert into headlines (id, indicator, subject, value)
  select h.id, t.indicator, t.subject, h.value
  from ${pairs} t cross join lateral headline_of(t.indicator, t.subject) h
  on conflict (indicator, subject) do update set id = excluded.id, value = excluded.value
    where (headlines.id, headlines.value) is distinct from (excluded.id, excluded.value)`;

const keepHeadlines = `
  create function keep_headlines() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then delete from headlines h using touched t where h.id = t.id; end if;
    ${settled("(select distinct indicator, subject from touched)")};
    return null;
  end $$`;

/** What a partner says stands behind what others say: it counts what kind a source is. */
const turnHeadlines = `
  create function turn_headlines() returns trigger language plpgsql as $$
  begin
    ${settled("(select distinct indicator, subject from observations where source = new.id)")};
    return null;
  end $$`;
