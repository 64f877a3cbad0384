import { snakeCase } from "typeorm/util/StringUtils";
import { type Kind } from "../knowledge/kind";

/**
 * The part of a settlement that keeps the book of disputes: of the facts that are settled, those that are contested stand
 * in it, and no others. To be put behind the facts (`settled`); parameters as there.
 */
export function disputesSql(kind: Kind): string {
  const type = kind.entity.name;
  const values = ["kind", "fields", "spread", "publishers", "about"];
  const of = (table: string) => values.map((column) => `${table}.${column}`).join(", ");
  return `, contested as (
      select '${type}:' || id as id, '${kind.name}' as kind, evidence_disputed as fields, spread,
        evidence_publishers as publishers, ${aboutSql(kind)} as about, revision
      from settled where evidence_status = 'CONTESTED'
    ), ended as (
      delete from disputes d where d.id = any($1::text[]) and d.id not in (select id from contested)
    ), disputed as (
      insert into disputes as d (id, ${values.join(", ")}, recorded_in) select id, ${values.join(", ")}, revision from contested
      on conflict (id) do update set ${values.map((column) => `${column} = excluded.${column}`).join(", ")}, recorded_in = excluded.recorded_in
      where (${of("d")}) is distinct from (${of("excluded")})
    )`;
}

/** The global ids of a fact and of all that its columns name. */
function aboutSql({ entity, edges }: Kind): string {
  const ids = edges.flatMap((edge) => {
    if (edge.owner !== entity) return [];
    if (edge.shape === "one") return [`'${edge.target.name}:' || ${snakeCase(edge.by)}`];
    return edge.shape === "any" ? [snakeCase(edge.by)] : [];
  });
  return `array_remove(array['${entity.name}:' || id, ${ids.join(", ")}], null)`;
}
