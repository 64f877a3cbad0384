import { type GraphQLInterfaceType, type GraphQLUnionType, type SelectionSetNode } from "graphql";
import { type Compile, storedType } from "./compile";
import { Joins } from "./joins";
import { textOf } from "./json";
import { quoted } from "./parameters";
import { tableRow } from "./row";
import { Shared } from "./shared";

/**
 * SQL for the JSON, as text, of the row of any type of an interface whose global id is `globalId`; null when there is none.
 *
 * @param only the types it can be of; by default all that implement the interface
 */
export function anyRow(
  compile: Compile,
  globalId: string,
  as: string,
  selectionSets: readonly SelectionSetNode[],
  only?: readonly string[],
): string {
  const { schema } = compile.document;
  const types = schema.getPossibleTypes(schema.getType(as) as GraphQLInterfaceType | GraphQLUnionType);
  const stored = types.filter(({ name }) => compile.model.types.get(name)?.table && (!only || only.includes(name)));
  const shared = stored.length > 1 ? new Shared(globalId, compile.alias()) : undefined;
  const cases = stored.map(({ name }) => {
    const row = { ...tableRow(compile, storedType(compile, name)), ...(shared && { shared }) };
    const joins = new Joins();
    const sql = textOf(compile.object(row, selectionSets, joins));
    const id = `substr(${globalId}, ${name.length + 2})`;
    return `when ${quoted(name)} then (select ${sql} from ${row.from} ${joins.sql} where ${row.id} = ${id})`;
  });
  if (cases.length === 0) return "null::text";
  const any = `case split_part(${globalId}, ':', 1) ${cases.join(" ")} end`;
  return shared ? shared.select(any) : any;
}
