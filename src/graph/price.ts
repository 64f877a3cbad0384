import { type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import { type Computed } from "./model";
import { type Reckoned } from "./reckoned";

/** What a root field that is reckoned costs, in rows, where it does not say. */
const usual = 100;

/** What it costs to look for a text. */
const ofSearch = 20;

/** Lists without pages that are longer than such lists are taken to be, in rows: one row a kind, one a licence that sources carry. */
const long: Readonly<Record<string, Readonly<Record<string, number>>>> = { Graph: { counts: 50, licences: 200 } };

/**
 * Writes on each field that costs more than its rows what it costs, in rows, as `extensions.cost`, and on each long list
 * without pages how many rows it has at most, as `extensions.rows`.
 */
export function price(schema: GraphQLSchema, computed: readonly Computed[], reckoned: readonly Reckoned[]): void {
  const roots = schema.getQueryType()!.getFields();
  roots["search"]!.extensions = { cost: ofSearch };
  for (const [name, fields] of Object.entries(long)) {
    const type = schema.getType(name);
    for (const [field, rows] of Object.entries(fields))
      if (isObjectType(type)) type.getFields()[field]!.extensions = { rows };
  }
  for (const { field, cost = usual, costWithin = {} } of reckoned) {
    roots[field]!.extensions = { cost };
    for (const [name, fields] of Object.entries(costWithin)) {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new TypeError(`expected a type ${name} that ${field} answers, got none`);
      for (const [inner, price] of Object.entries(fields)) type.getFields()[inner]!.extensions = { cost: price };
    }
  }
  for (const { owner, field, cost } of computed) {
    if (cost === undefined) continue;
    const type = schema.getType(owner.name);
    const types = isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
    for (const one of types)
      if (isObjectType(one) || isInterfaceType(one)) one.getFields()[field]!.extensions = { cost };
  }
}
