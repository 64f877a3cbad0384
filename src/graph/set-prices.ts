import {
  type GraphQLField,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from "graphql";
import { type Computed } from "./model";
import { type Price, type Prices, priceOf } from "./price";
import { type Reckoned } from "./reckoned";

type Field = GraphQLField<unknown, unknown>;

/** What a root field that is reckoned costs, in rows, where it does not say. */
const usual = 100;

/** What it costs to look for a text; and lists without pages that are longer than such lists are taken to be: one row a kind, one a licence that sources carry, one an indicator of an index. */
const ofStored: Prices = {
  Query: { search: { cost: 20 } },
  Graph: { counts: { rows: 50 }, licences: { rows: 200 } },
  Index: { parts: { rows: 100 } },
};

/** Writes on fields what they cost, for `priceOf`. @throws TypeError where there is no such field */
export function setPrices(schema: GraphQLSchema, computed: readonly Computed[], reckoned: readonly Reckoned[]): void {
  const add = (prices: Prices) => {
    for (const [name, fields] of Object.entries(prices))
      for (const [field, own] of Object.entries(fields))
        for (const one of fieldsOf(schema, name, field)) write(one, own);
  };
  add(Object.fromEntries(Object.entries(ofStored).filter(([name]) => schema.getType(name))));
  for (const { field, cost = usual, bounds = [], pricesWithin = {} } of reckoned) {
    add({ Query: { [field]: { cost, bounds } } });
    add(pricesWithin);
  }
  for (const { owner, field, needs, cost = 0, once = 0, bounds = [] } of computed)
    add({ [owner.name]: { [field]: { cost, once, bounds, needs: selectionOf(needs) } } });
}

/** A field of a type; of an interface also that of each type that has it. */
function fieldsOf(schema: GraphQLSchema, name: string, field: string): Field[] {
  const type = schema.getType(name);
  const types = isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
  return types.map((one) => {
    const found = isObjectType(one) || isInterfaceType(one) ? one.getFields()[field] : undefined;
    if (!found) throw new TypeError(`expected a field ${name}.${field} that has a price, got none`);
    return found;
  });
}

function write(field: Field, price: Price): void {
  field.extensions = { ...field.extensions, price: { ...priceOf(field), ...price } };
}

function selectionOf(needs: string): SelectionSetNode {
  return (parse(needs, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
}
