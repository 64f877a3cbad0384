import { getMetadataArgsStorage } from "typeorm";
import { snakeCase } from "typeorm/util/StringUtils";
import { type Class } from "../graph/edge";
import { type Kind } from "../knowledge/kind";
import { disputesSql } from "./disputes";
import { evidenceAlone, evidenceSql, spreadSql } from "./evidence";

/** The claims of each fact that were made until its revision. */
export const claimsUntilThen = `unnest($1::text[], $2::int[]) as unsettled(fact, revision)
    join claims c on c.fact = unsettled.fact and c.recorded_in <= unsettled.revision`;

/** A query `settled` of the rows that claims lead to: `id`, `revision`, and these columns. */
export interface Settled {
  readonly sql: string;
  readonly columns: readonly string[];
}

/**
 * Each field of a row is what the most weighty claim that states it says. Parameters: $1 the facts' global ids, $2 the
 * revision of each.
 *
 * @param isAlone whether each has one claim; where facts may have several, the disputes among them are kept as well
 */
export function settledSql(kind: Kind, isAlone: boolean): Settled {
  const targets = targetsOf(kind);
  const isFact = kind.claims !== undefined;
  const isWeighed = isFact && !isAlone;
  // Lists are kept as jsonb until they are chosen: Postgres cannot gather lists of different lengths.
  const record = targets.map(({ field, type, isArray }) => `"${field}" ${isArray ? "jsonb" : type}`);
  const evidence = isFact ? (isWeighed ? evidenceSql(kind) : evidenceAlone) : [];
  const source = isWeighed ? "(array_agg(source order by position))[1] as source" : "source";
  const expressions = [
    ...targets.map((target) => `${choice(kind, target, isWeighed)} as ${target.column}`),
    ...evidence,
    ...(kind.name === "sources" ? [] : [source]),
  ];
  // A thing has one claim alone, unless it is defined twice, which is told elsewhere.
  const [each, from] = isAlone ? ["", "claim where stands"] : ["distinct on (fact) ", "claim order by fact"];
  const id = `substr(fact, ${kind.entity.name.length + 2}) as id`;
  const settled = isWeighed
    ? `select ${id}, max(revision) as revision, ${expressions.join(",\n        ")}, ${spreadSql(kind)} as spread
      from weighed group by fact having bool_or(stands)`
    : `select ${each}${id}, revision, ${expressions.join(",\n        ")} from ${from}`;
  const sql = `
    with claim as (
      select c.fact, unsettled.revision, c.id as claim, c.source, s.publisher as claim_publisher, c.deprecated is null as stands,
        s.kind is not distinct from 'PARTNER' as is_partners,
        coalesce(c.position, 1) as position, c.values->>'status' is not distinct from 'PLANNED' as planned, r.*
      from ${claimsUntilThen} left join sources s on s.id = c.source
      cross join lateral jsonb_to_record(c.values) as r(${record.join(", ")})
    )${isWeighed ? weighedSql(kind) : ""}, settled as (
      ${settled}
    )${isWeighed ? disputesSql(kind) : ""}`;
  return { sql, columns: expressions.map((expression) => expression.split(" as ").at(-1)!) };
}

/**
 * What weight each claim has. What came of a plan does not contradict the plan: claims are compared with those of the
 * preferred one's sort. What a partner says never stands under another's name: it fills no gaps of a fact that another
 * leads, and bears it out only where it states a field that the preferred claim states too.
 */
function weighedSql({ claims }: Kind): string {
  const shared = Object.keys(claims!.compares).map(
    (field) => `("${field}" is not null and first_value("${field}") over by_weight is not null)`,
  );
  return `, weighed as (
      select *, stands and planned = first_value(planned) over by_weight as compared,
        stands and (position = 1 or not is_partners) as speaks,
        position = 1 or not is_partners or ${shared.join(" or ")} as bears_out
      from claim window by_weight as (partition by fact order by position)
    )`;
}

/** The field that decides from which claim a field is taken: itself, or the first of those it belongs together with. */
function leaderOf({ claims }: Kind, field: string): string {
  return claims?.together?.find((fields) => fields.includes(field))?.[0] ?? field;
}

/** The value of the most weighty claim that speaks for the fact and states it; an empty list states nothing. */
function choice(kind: Kind, { field, type, isArray, isNullable }: Target, isWeighed: boolean): string {
  const isList = isArray || type === "jsonb";
  const stated = isList ? `nullif("${field}", '[]')` : `"${field}"`;
  const leader = leaderOf(kind, field);
  const states = `${leader === field ? stated : `"${leader}"`} is not null`;
  const alone = leader === field ? stated : `case when ${states} then "${field}" end`;
  const value = isWeighed ? `(array_agg("${field}" order by position) filter (where speaks and ${states}))[1]` : alone;
  if (isArray) return `case when ${value} is null then '{}' else array(select jsonb_array_elements_text(${value})) end`;
  if (isNullable) return value;
  if (type === "jsonb") return `coalesce(${value}, '[]')`;
  return type === "int" ? `coalesce(${value}, 0)` : value;
}

/** A column of a kind's table and the field of its claims it is written from. */
interface Target {
  readonly field: string;
  readonly column: string;
  readonly type: string;
  readonly isArray: boolean;
  readonly isNullable: boolean;
}

const ofEveryRow = new Set(["id", "source", "recordedIn"]);

function targetsOf({ entity }: Kind): Target[] {
  const chain: Class[] = [];
  for (let type: Class | null = entity; type?.name; type = Object.getPrototypeOf(type)) chain.push(type);
  return getMetadataArgsStorage()
    .filterColumns(chain)
    .filter(({ propertyName }) => !ofEveryRow.has(propertyName) && !propertyName.startsWith("evidence"))
    .map(({ propertyName, options }) => ({
      field: propertyName,
      column: snakeCase(propertyName),
      type: String(options.type),
      isArray: options.array === true,
      isNullable: options.nullable === true,
    }));
}
