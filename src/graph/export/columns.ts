import { type ExportNode, type Leaf } from "./tree";

/** A column of an export. */
export interface ExportColumn {
  /** Its name in the first line of CSV: `cityName`. */
  readonly name: string;
  /** Where its value stands in a line of JSON: `["city", "name"]`. */
  readonly path: readonly string[];
  /** The scalar or enum of its values, or JSON for lists and parts. */
  readonly type: string;
  readonly description: string;
  readonly leaf: Leaf;
}

/** The columns of an export, in their order. */
export function columnsOf(nodes: readonly ExportNode[], path: readonly string[] = [], words = path): ExportColumn[] {
  return nodes.flatMap((node) => {
    const here = [...path, node.key];
    if ("by" in node) {
      const identity = "identity" in node.by ? node.by.identity : undefined;
      return columnsOf(node.of, here, [...words, node.key]).map((column) => {
        // Who is named is named shortly: `city` holds the slug of the city.
        const isIdentity = column.path.length === here.length + 1 && column.path.at(-1) === identity;
        return isIdentity ? { ...column, name: camel([...words, node.key]) } : column;
      });
    }
    return [
      { name: camel([...words, node.key]), path: here, type: typeOf(node), description: node.description, leaf: node },
    ];
  });
}

function camel([first = "", ...rest]: readonly string[]): string {
  return first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
}

/** The scalar or enum of a leaf, JSON where its value is more than one. */
export function typeOf({ holds }: Leaf): string {
  if (holds.sort === "anyId") return "ID";
  if (holds.sort === "anyName") return "String";
  if (holds.sort === "computed") return "Url";
  if (holds.sort !== "column") return "JSON";
  return holds.column.isList ? "JSON" : holds.column.leaf;
}
