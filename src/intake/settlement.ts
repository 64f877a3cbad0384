import { getMetadataArgsStorage } from "typeorm";
import { snakeCase } from "typeorm/util/StringUtils";
import { type Class } from "../graph/edge";
import { tableOf } from "../knowledge";
import { type Kind } from "../knowledge/kind";
import { disputesSql } from "./disputes";
import { evidenceSql, spreadSql } from "./evidence";

/** How a kind's rows follow from its claims, as SQL. Parameters: $1 the facts' global ids, $2 the revision of each where it is written. */
export interface Settlement {
  /** Removes rows for which no claim stands any more. */
  readonly remove: string;
  /** Writes the rows that claims lead to, and the disputes among them; rows that stay as they are keep their revision. */
  readonly write: string;
  /** The same for facts of which nothing was known: none of their rows is there yet. */
  readonly add: string;
  /** Removes the names that things are found by. */
  readonly unname: string;
  /** Writes the names that things are found by. */
  readonly name: string;
}

/**
 * Writes a kind's settlement. Each field of a row is what the most weighty claim that states it says, so that claims
 * which tell different parts of one fact add up, those of partners apart; fields that claims tell differently are told apart by the kind's comparisons.
 */
export function settlementOf(kind: Kind): Settlement {
  const table = tableOf(kind);
  const type = kind.entity.name;
  const ids = `select substr(fact, ${type.length + 2}) as id from unnest($1::text[]) fact`;
  const stands = `select from claims c where c.fact = '${type}:' || t.id and c.deprecated is null`;
  return {
    remove: `delete from ${table} t using (${ids}) ids where t.id = ids.id and not exists (${stands})`,
    ...writeSql(kind, table),
    unname: `delete from names n using (${ids}) ids where n.type = '${type}' and n.thing = ids.id`,
    name: nameSql(type, table),
  };
}

const nearest = "array['PUBLISHER', 'OFFICIAL', 'PRESS', 'COMPILATION', 'PARTNER']";

/** The claims of each fact that were made until its revision. */
const claimsUntilThen = `unnest($1::text[], $2::int[]) as unsettled(fact, revision)
    join claims c on c.fact = unsettled.fact and c.recorded_in <= unsettled.revision`;

/** Puts the claims of facts in order by the rule of evidence; their sources must be settled. A claim is first when it comes. */
export const rankSql = `
  update claims c set position = ranked.position
  from (
    select c.id, row_number() over (partition by c.fact order by
      c.deprecated is not null, array_position(${nearest}, s.kind), c.values->>'status' is not distinct from 'PLANNED',
      s.published collate "C" desc nulls last, c.source collate "C") as position
    from ${claimsUntilThen} join sources s on s.id = c.source
  ) ranked
  where c.id = ranked.id and c.position is distinct from ranked.position`;

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

function writeSql(kind: Kind, table: string): Pick<Settlement, "write" | "add"> {
  const targets = targetsOf(kind);
  const isFact = kind.claims !== undefined;
  // Lists are kept as jsonb until they are chosen: Postgres cannot gather lists of different lengths.
  const record = targets.map(({ field, type, isArray }) => `"${field}" ${isArray ? "jsonb" : type}`);
  const chosen = targets.map((target) => `${choice(kind, target)} as ${target.column}`);
  const evidence = isFact ? evidenceSql(kind) : [];
  const leading = isFact ? "(array_agg(source order by position))[1]" : "source";
  const ownSource = kind.name === "sources" ? [] : [`${leading} as source`];
  const columns = [...targets.map(({ column }) => column), ...columnsOf([...evidence, ...ownSource])];
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join(", ");
  // A thing has one claim alone: there is nothing to gather, unless it is defined twice, which is told elsewhere.
  const [each, revision, from] = isFact
    ? ["", "max(revision)", "weighed group by fact having bool_or(stands)"]
    : ["distinct on (fact)", "revision", "claim order by fact"];
  const spread = isFact ? [`${spreadSql(kind)} as spread`] : [];
  const settled = `
    with claim as (
      select c.fact, unsettled.revision, c.id as claim, c.source, s.publisher as claim_publisher, c.deprecated is null as stands,
        s.kind is not distinct from 'PARTNER' as is_partners,
        coalesce(c.position, 1) as position, c.values->>'status' is not distinct from 'PLANNED' as planned, r.*
      from ${claimsUntilThen} left join sources s on s.id = c.source
      cross join lateral jsonb_to_record(c.values) as r(${record.join(", ")})
    )${isFact ? weighedSql(kind) : ""}, settled as (
      select ${each} substr(fact, ${kind.entity.name.length + 2}) as id, ${revision} as revision, ${[...chosen, ...evidence, ...ownSource, ...spread].join(",\n        ")}
      from ${from}
    )${isFact ? disputesSql(kind) : ""}`;
  return {
    write: `${settled}
    merge into ${table} t using settled on settled.id = t.id
    when matched and (${of("t")}) is distinct from (${of("settled")}) then update set
      ${columns.map((column) => `${column} = settled.${column}`).join(", ")}, recorded_in = settled.revision
    when not matched then insert (id, ${columns.join(", ")}, recorded_in) values (settled.id, ${of("settled")}, settled.revision)`,
    add: `${settled}
    insert into ${table} (id, ${columns.join(", ")}, recorded_in) select id, ${columns.join(", ")}, revision from settled`,
  };
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

const columnsOf = (expressions: readonly string[]) => expressions.map((sql) => sql.slice(sql.lastIndexOf(" as ") + 4));

/** The field that decides from which claim a field is taken: itself, or the first of those it belongs together with. */
function leaderOf({ claims }: Kind, field: string): string {
  return claims?.together?.find((fields) => fields.includes(field))?.[0] ?? field;
}

/** The value of the most weighty claim that speaks for the fact and states it; an empty list states nothing. */
function choice(kind: Kind, { field, type, isArray, isNullable }: Target): string {
  const isList = isArray || type === "jsonb";
  const stated = isList ? `nullif("${field}", '[]')` : `"${field}"`;
  const leader = leaderOf(kind, field);
  const states = `${leader === field ? stated : `"${leader}"`} is not null`;
  const value = kind.claims
    ? `(array_agg("${field}" order by position) filter (where speaks and ${states}))[1]`
    : stated;
  if (isArray) return `case when ${value} is null then '{}' else array(select jsonb_array_elements_text(${value})) end`;
  if (isNullable) return value;
  if (type === "jsonb") return `coalesce(${value}, '[]')`;
  return type === "int" ? `coalesce(${value}, 0)` : value;
}

function nameSql(type: string, table: string): string {
  const prominence = table === "cities" ? "prominence" : usualProminence;
  return `
    insert into names (type, thing, name, folded, whole, prominence, recorded_in)
    select distinct on (thing, folded) '${type}', thing, name, array_to_string(words[i:], ' ') as folded, i = 1, prominence, revision from (
      select *, generate_series(1, cardinality(words)) as i from (
        select thing, name, position, string_to_array(fold(name), ' ') as words, prominence, revision from (
          select thing, names[position] as name, position, prominence, revision from (
            select t.id as thing, array[t.name] || t.aliases as names, generate_series(1, 1 + cardinality(t.aliases)) as position,
              ${prominence} as prominence, revision
            from (select substr(fact, ${type.length + 2}) as id, revision from unnest($1::text[], $2::int[]) as unsettled(fact, revision)) ids
              join ${table} t using (id)
          ) called offset 0
        ) folded
      ) cut
    ) found
    order by thing, folded, i <> 1, position`;
}

/** Things other than cities are found as a city of this size would be: as well known. */
const usualProminence = 50_000;
