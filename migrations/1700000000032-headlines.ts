import { type MigrationInterface, type QueryRunner } from "typeorm";

/**
 * Lists by the figures of an indicator as they stand go by these: of each thing its headline, kept by whatever writes
 * observations, instead of being found among all its periods each time.
 */
export class Headlines1700000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(headlines);
    for (const [event, { touched, does }] of Object.entries(events)) {
      await db.query(keeping(event, does));
      await db.query(`
        create trigger headlines_${event} after ${event} on observations
          referencing ${touched} for each statement execute function keep_headlines_${event}()`);
    }
    await db.query(turning);
    await db.query(`
      create trigger headlines_turn after update of kind on sources
        for each row when (old.kind is distinct from new.kind) execute function turn_headlines()`);
    await db.query(standFor("observations"));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop trigger headlines_turn on sources");
    for (const event of Object.keys(events)) await db.query(`drop trigger headlines_${event} on observations`);
    await db.query(
      `drop function turn_headlines, ${Object.keys(events)
        .map((event) => `keep_headlines_${event}`)
        .join(", ")}`,
    );
    await db.query("drop table headlines");
  }
}

const headlines = `
  create table headlines (
    id text primary key,
    indicator text not null,
    subject text not null,
    value float8 not null,
    is_claimed bool not null,
    is_coming bool not null,
    period text collate "C" not null,
    unique (indicator, subject));
  create index on headlines (indicator, value)`;

/** Whether the row `a` goes before `b`, or is it: what publishers say, what has come, what is latest. */
export const goesBefore = (a: string, b: string) =>
  `(${a}.is_claimed, ${a}.is_coming, ${b}.period, ${b}.id collate "C") <= (${b}.is_claimed, ${b}.is_coming, ${a}.period, ${a}.id collate "C")`;

/** The rows of `observations` as headlines have them. */
const standing = (observations: string) => `
  select o.id, o.indicator, o.subject, o.value, coalesce(s.kind = 'PARTNER', false) as is_claimed,
    o.status in ('PLANNED', 'FORECAST') as is_coming, o.period collate "C" as period
  from ${observations} o left join sources s on s.id = o.source`;

/** Has the first of these rows, or of `those` among them, stand for each thing, unless one stands there that goes before it. */
export const standFor = (observations: string, those = "") => `
  insert into headlines (id, indicator, subject, value, is_claimed, is_coming, period)
  select distinct on (indicator, subject) o.* from (${standing(observations)}) o ${those}
  order by indicator, subject, o.is_claimed, o.is_coming, o.period desc, o.id collate "C" desc
  on conflict (indicator, subject) do update set id = excluded.id, value = excluded.value,
    is_claimed = excluded.is_claimed, is_coming = excluded.is_coming, period = excluded.period
    where ${goesBefore("excluded", "headlines")}`;

// A plan that is kept is one for the few rows of its first run, and takes minutes for ten thousand: each run has its own.
export const execute = (statement: string, more = "") => `execute $do$ ${statement} $do$ ${more}`;

/** Takes these headlines away and finds who stands for their things now. */
const findAnew = (which: string, more = "") => `
  ${execute(
    `with gone as (delete from headlines h ${which} returning h.indicator, h.subject)
      select array_agg(indicator), array_agg(subject) from gone`,
    `into indicators, subjects ${more}`,
  )};
  if indicators is not null then
    ${execute(
      standFor(
        "(select o.* from unnest($1, $2) t (indicator, subject) join observations o using (indicator, subject))",
      ),
      "using indicators, subjects",
    )};
  end if`;

/** Has one that stands no longer where it stood give way. */
export const giveWay = findAnew(
  `using (${standing("come")}) c where c.id = h.id and (c.is_claimed, c.is_coming) > (h.is_claimed, h.is_coming)`,
);

/** What observations come, change and go. Of which thing and period they are does not change. */
const events = {
  insert: { touched: "new table as come", does: execute(standFor("come")) },
  update: { touched: "new table as come", does: `${giveWay}; ${execute(standFor("come"))}` },
  delete: { touched: "old table as gone", does: findAnew("where h.id in (select id from gone)") },
};

const declared = "language plpgsql as $$ declare indicators text[]; subjects text[];";

export const keeping = (event: string, does: string) => `
  create or replace function keep_headlines_${event}() returns trigger ${declared}
  begin
    ${does};
    return null;
  end $$`;

/** What a partner says stands behind what others say: it counts what kind a source is. */
const turning = `
  create function turn_headlines() returns trigger ${declared}
  begin
    ${findAnew("where (h.indicator, h.subject) in (select indicator, subject from observations where source = $1)", "using new.id")};
    return null;
  end $$`;
