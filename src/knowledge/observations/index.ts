import { any, many, one, pick } from "../../graph/edge";
import { type Along, type Relation } from "../../graph/model";
import { Subject } from "../fact";
import { Indicator } from "../indicators/indicator";
import { fact } from "../kind";
import { headline } from "./headline";
import { Observation, ObservationInput } from "./observation";
import { inWords } from "./observation-text";

const ofSubject = { on: "subject", holds: "globalId" } as const;

function unitSql(alias: string, relation: Relation, along?: Along): string {
  if (along) return `${along("indicator")}.unit`;
  return `(select i.unit from ${relation("indicators")} i where i.id = ${alias}.indicator)`;
}

/**
 * SQL for whether a claim's period has begun anywhere on earth, as far as its first day is told. Asked of partners alone:
 * files that ship are to load whatever the clock of a machine says.
 */
const begun = `split_part(c.values->>'period', '/', 1) collate "C"
  <= left((select to_char(now() at time zone 'Pacific/Kiritimati', 'YYYY-MM-DD')), length(split_part(c.values->>'period', '/', 1)))`;

export const observations = fact<ObservationInput>({
  name: "observations",
  one: "observation",
  by: "id",
  entity: Observation,
  input: ObservationInput,
  identify: ({ subject, indicator, period }) => `${subject}/${indicator}/${period}`,
  edges: [
    any(Observation, "subject", "Subject", "What it is about."),
    one(Observation, "indicator", Indicator, "What was measured."),
    many(
      Subject,
      "observations",
      Observation,
      { ...ofSubject, order: ["indicator.name", "period desc"] },
      "The numbers known of it.",
    ),
    many(
      Indicator,
      "values",
      Observation,
      { on: "indicator", order: ["period desc", "value desc"] },
      "Its values, of all subjects.",
    ),
    pick(
      Subject,
      "figure",
      Observation,
      {
        ...ofSubject,
        order: headline,
        asked: { indicator: "Slug!", period: "Period" },
        measure: { by: "indicator", period: "period", value: "value", kept: "headlines" },
      },
      "The number of an indicator: of the period that is given, or else of the latest, where what publishers say goes before what partners claim, and what was measured before what is planned or foretold. Null when not known.",
    ),
  ],
  claims: {
    compares: { value: "quantity" },
    together: [["value", "qualifier", "status", "note"]],
    says: inWords,
  },
  through: { licenceClass: "source.licenceClass" },
  sql: {
    unit: unitSql,
    text: (alias, relation, along) =>
      `quantity_text(${alias}.value, ${unitSql(alias, relation, along)}, ${alias}.qualifier, ${alias}.status)`,
  },
  order: ["period desc"],
  mentions: ({ subject }) => [{ path: "subject", id: subject }],
  audit: `
    select c.id, wrong.field, wrong.message, case wrong.field when 'value' then 'OUT_OF_RANGE' else 'INVALID_VALUE' end as code
    from claims c join indicators i on i.id = c.values->>'indicator' join sources s on s.id = c.source, lateral (
      select 'value' as field, format('%s expects %s or more, got %s', i.id, i.minimum, c.values->>'value')
          || case when c.values->>'value' = '0' then '; leave the row out where the number is not known' else '' end as message
        where (c.values->>'value')::float8 < i.minimum
      union all select 'value', format('%s expects %s or less, got %s', i.id, i.maximum, c.values->>'value')
        where (c.values->>'value')::float8 > i.maximum
      union all select 'period', format('expected a period that has begun, unless its status is PLANNED or FORECAST, got %s', c.values->>'period')
        where s.kind = 'PARTNER' and not c.values->>'status' in ('PLANNED', 'FORECAST') and not ${begun}
      union all select 'unit', format('%s is measured in %L, got %L', i.id, i.unit, c.values->>'unit')
        where c.values->>'unit' <> i.unit
      union all select 'subject', format('%s measures %s, got %s', i.id, array_to_string(i.subjects, ', '), c.values->>'subject')
        where not upper(regexp_replace(split_part(c.values->>'subject', ':', 1), '([a-z])([A-Z])', '\\1_\\2', 'g')) = any(i.subjects)
    ) wrong
    where c.id = any($1::text[])`,
});
