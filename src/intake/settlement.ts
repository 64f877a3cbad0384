import { tableOf } from "../knowledge";
import { type Kind } from "../knowledge/kind";
import { claimsUntilThen, type Settled, settledSql } from "./settled";

/** How a kind's rows follow from its claims, as SQL. Parameters: $1 the facts' global ids, $2 the revision of each where it is written. */
export interface Settlement {
  /** Removes rows for which no claim stands any more. */
  readonly remove: string;
  /** Writes the rows that claims lead to, and the disputes among them; rows that stay as they are keep their revision. */
  readonly write: string;
  /** The same for facts of one claim each: there is nothing to weigh it against. */
  readonly writeAlone: string;
  /** The same for facts of which nothing was known: they have one claim each, and none of their rows is there yet. */
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

/** The fields of a claim that its place in that order depends on; all else there is its source's. */
export const ordering = ["deprecated", "status"] as const;

function writeSql(kind: Kind, table: string): Pick<Settlement, "write" | "writeAlone" | "add"> {
  const alone = settledSql(kind, true);
  const { columns } = alone;
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join(", ");
  const merge = ({ sql }: Settled) => `${sql}
    merge into ${table} t using settled on settled.id = t.id
    when matched and (${of("t")}) is distinct from (${of("settled")}) then update set
      ${columns.map((column) => `${column} = settled.${column}`).join(", ")}, recorded_in = settled.revision
    when not matched then insert (id, ${columns.join(", ")}, recorded_in) values (settled.id, ${of("settled")}, settled.revision)`;
  return {
    write: merge(settledSql(kind, false)),
    writeAlone: merge(alone),
    add: `${alone.sql}
    insert into ${table} (id, ${columns.join(", ")}, recorded_in) select id, ${columns.join(", ")}, revision from settled`,
  };
}

function nameSql(type: string, table: string): string {
  const prominence = table === "cities" ? "prominence" : usualProminence;
  // Each offset keeps what is reckoned once a name from being reckoned again wherever it is used.
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
        ) folded offset 0
      ) cut
    ) found
    order by thing, folded, i <> 1, position`;
}

/** Things other than cities are found as a city of this size would be: as well known. */
const usualProminence = 50_000;
