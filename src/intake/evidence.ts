import { type Comparison, type Kind } from "../knowledge/kind";

/** The columns of a fact's evidence, over its claims: each says whether it `stands`, is `compared`, and `bears_out` the preferred one. */
export function evidenceSql({ claims }: Kind): string[] {
  const compared = Object.entries(claims!.compares) as [string, Comparison][];
  const disputes = compared.map(
    ([field, how]) => `case when ${differ(field, how, "compared", "compared")} then '${field}' end`,
  );
  const corrected = compared.map(([field, how]) => differ(field, how, "not stands", "compared"));
  const isDisputed = compared.map(([field, how]) => differ(field, how, "compared", "compared")).join(" or ") || "false";
  return [
    `case when ${isDisputed} then 'CONTESTED'
      when ${corrected.join(" or ") || "false"} then 'CORRECTED'
      when bool_or(position = 1 and planned) then 'PLANNED'
      when count(distinct claim_publisher) filter (where compared and bears_out) > 1 then 'CORROBORATED'
      else 'SINGLE_SOURCE' end as evidence_status`,
    `array_remove(array[${disputes.join(", ")}]::text[], null) as evidence_disputed`,
    "(count(distinct claim_publisher) filter (where stands))::int as evidence_publishers",
    "(array_agg(claim order by position))[1] as evidence_claim",
  ];
}

/** The same where one claim is there and stands: it differs from none, and its publisher is the only one. */
export const evidenceAlone: readonly string[] = [
  "case when planned then 'PLANNED' else 'SINGLE_SOURCE' end as evidence_status",
  "'{}'::text[] as evidence_disputed",
  "(claim_publisher is not null)::int as evidence_publishers",
  "claim as evidence_claim",
];

/**
 * SQL for how far apart the claims of a contested fact are, from 0 to 1: the widest gap among its fields. Null where none.
 *
 * Numbers: the greatest less the least, as a share of whichever is further from zero. Dates: years between their first
 * days, 1 at most. Words have no distance: those that differ are 1 apart.
 */
export function spreadSql({ claims }: Kind): string {
  const gaps = (Object.entries(claims!.compares) as [string, Comparison][]).map(
    ([field, how]) => `case when ${differ(field, how, "compared", "compared")} then ${gap(`"${field}"`, how)} end`,
  );
  return gaps.length > 0 ? `least(greatest(${gaps.join(", ")}), 1)::float8` : "null::float8";
}

function gap(value: string, how: Comparison): string {
  if (how === "words") return "1";
  const [least, most] = ["min", "max"].map((end) => (sql: string) => `${end}(${sql}) filter (where compared)`) as [
    (sql: string) => string,
    (sql: string) => string,
  ];
  if (how === "date") {
    const first = `(${value} || substr('0000-01-01', length(${value}) + 1))::date`;
    return `(${most(first)} - ${least(first)}) / 365.25`;
  }
  return `(${most(value)} - ${least(value)}) / greatest(abs(${most(value)}), abs(${least(value)}))::float8`;
}

/** SQL for whether what the claims of one sort say of a field cannot be what those of another sort say. */
function differ(field: string, how: Comparison, these: string, those: string): string {
  if (how === "words") {
    const all = `count(distinct fold("${field}")) filter (where (${these} or ${those}) and "${field}" is not null) > 1`;
    const each = [these, those].map((sort) => `bool_or(${sort} and "${field}" is not null)`);
    return these === those ? all : `(${all} and ${each.join(" and ")})`;
  }
  const [low, high] = bounds(`"${field}"`, how);
  const apart = (a: string, b: string) => `max(${low}) filter (where ${a}) > min(${high}) filter (where ${b})`;
  return `coalesce(${apart(these, those)}${these === those ? "" : ` or ${apart(those, these)}`}, false)`;
}

/** The least and the greatest number a printed value can stand for. */
function bounds(value: string, how: Exclude<Comparison, "words">): [string, string] {
  if (how === "exactly") return [value, value];
  if (how === "rounded" || how === "quantity") {
    const number = `${value}::text::numeric`;
    // Just under half of the last printed digit: 78 and 78.1 can be one number, 78.1 and 78.2 cannot.
    const half = `0.4999 * power(10::numeric, -scale(${number}))`;
    if (how === "rounded") return [`(${number} - ${half})`, `(${number} + ${half})`];
    const bound = (sign: "-" | "+", open: string) => `(case qualifier when '${open}' then '${sign}Infinity'
      when 'ABOUT' then ${number} ${sign} abs(${number}) / 20 else ${number} ${sign} ${half} end)::numeric`;
    return [bound("-", "AT_MOST"), bound("+", "AT_LEAST")];
  }
  const day = (month: string, last: string) =>
    `replace(rpad(${value}, 10, substr('0000-${month}-${last}', length(${value}) + 1)), '-', '')::int`;
  return [day("01", "01"), day("12", "31")];
}
