import { type GraphQLSchema, getNamedType, isObjectType } from "graphql";
import { permalink } from "../../graph/permalink";
import { externalAddress } from "../html/values";
import { allRows, idOf, isNode, isRow, type Row, rowOf, rowsOf, textOf, typeOf } from "../row";
import { contextOf, properties, types } from "./terms";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type LinkedNode = Record<string, Json>;

/** What a document is made of. */
export interface Linked {
  readonly schema: GraphQLSchema;
  /** The address of this Citegraph. */
  readonly base: string;
  /** The row it is about. */
  readonly row: Row;
  /** The whole answer, the row in it. */
  readonly data: Row;
  readonly revision: number;
}

/**
 * An answer as JSON-LD: one graph, in which every row is a node under its permalink; the row it is about comes first.
 *
 * @param extent "whole" tells of every row of the answer; "own" of the row alone, which points at the others
 */
export function jsonLdOf({ schema, base, row, data, revision }: Linked, extent: "whole" | "own" = "whole"): string {
  const nodes = new Map<string, LinkedNode>();
  const linker = linkerOf(schema, base);
  const rows = extent === "own" ? [[row] as const] : allRows([row, data]);
  for (const [told] of rows) {
    const id = permalink(base, idOf(told));
    nodes.set(id, merged(linker(told), nodes.get(id)));
  }
  const recordedAt = textOf(rowOf(data, "graph"), "recordedAt");
  const page: LinkedNode = {
    "@id": permalink(base, idOf(row), revision),
    "@type": ["schema:WebPage", "prov:Entity"],
    "schema:mainEntity": { "@id": permalink(base, idOf(row)) },
    "schema:version": revision,
    ...(recordedAt && { "prov:generatedAtTime": { "@type": "xsd:dateTime", "@value": recordedAt } }),
  };
  return JSON.stringify({ "@context": contextOf(base), "@graph": [...nodes.values(), page] });
}

/** What two mentions of a row say together; the first one counts. */
function merged(second: LinkedNode, first: LinkedNode = {}): LinkedNode {
  const both = [...((first["@type"] ?? []) as string[]), ...(second["@type"] as string[])];
  return { ...second, ...first, "@type": [...new Set(both)] };
}

function linkerOf(schema: GraphQLSchema, base: string): (row: Row) => LinkedNode {
  const reference = (row: Row): Json => ({ "@id": permalink(base, idOf(row)) });

  function node(row: Row): LinkedNode {
    const type = typeOf(row);
    const isFact = rowOf(row, "evidence") !== undefined;
    const given = types[type] ?? [];
    return {
      "@id": permalink(base, idOf(row)),
      "@type": [given, type, isFact || type === "Claim" || type === "Source" ? "prov:Entity" : []].flat(),
      ...fields(row),
      ...(isFact && proof(row)),
      ...(type === "Claim" && provenance([row], reference)),
    };
  }

  function fields(row: Row): LinkedNode {
    const type = typeOf(row);
    const told = Object.entries(row).flatMap(([field, value]) => {
      if (left.includes(field) || value === null) return [];
      if (field === "externalIds") return sameAs(rowsOf(row, field));
      const linked = jsonIn(type, field, value);
      return linked === undefined
        ? []
        : [[properties[`${type}.${field}`] ?? properties[field] ?? field, linked] as const];
    });
    return Object.fromEntries(told);
  }

  function jsonIn(type: string, field: string, value: unknown): Json | undefined {
    if (isRow(value) && "nodes" in value) return jsonIn(type, field, value["nodes"]);
    if (Array.isArray(value)) {
      const items = value.flatMap((item) => jsonIn(type, field, item) ?? []);
      return items.length > 0 ? items : undefined;
    }
    if (isNode(value)) return reference(value);
    if (isRow(value) && "__typename" in value) {
      const part = typeOf(value);
      return { "@type": [types[part] ?? [], part].flat(), ...fields(value) };
    }
    return literal(leafOf(schema, type, field), value);
  }

  function proof(row: Row): LinkedNode {
    const evidence = rowOf(row, "evidence")!;
    const claims = rowsOf(evidence, "claims");
    const standing = claims.filter((claim) => claim["deprecated"] === null);
    return {
      evidenceStatus: textOf(evidence, "status") ?? null,
      independentPublishers: Number(evidence["publishers"]),
      claims: claims.map(reference),
      ...provenance(standing, reference),
    };
  }

  return node;
}

/** Fields that are told in another way, or are of no use to a machine. */
const left = ["__typename", "id", "evidence", "permalink", "chicago", "bibtex", "cslJson", "totalCount"];

/** Where claims come from: the first is the primary source. When a claim was made is when its source was read. */
function provenance(claims: readonly Row[], reference: (row: Row) => Json): LinkedNode {
  const sources = claims.flatMap((claim) => rowOf(claim, "source") ?? []) as Row[];
  const [first] = sources;
  if (!first) return {};
  const publisher = rowOf(first, "publisher");
  const retrieved = textOf(first, "retrieved");
  return {
    "prov:hadPrimarySource": reference(first),
    "prov:wasDerivedFrom": sources.map(reference),
    "schema:citation": sources.map(reference),
    ...(publisher && { "prov:wasAttributedTo": reference(publisher) }),
    ...(retrieved && { "prov:generatedAtTime": dated(retrieved) }),
  };
}

function sameAs(ids: readonly Row[]): [string, Json][] {
  const told = ids.map((id) => [textOf(id, "scheme") ?? "", textOf(id, "id") ?? ""] as const);
  const known = told.flatMap(([scheme, id]) => externalAddress(scheme, id) ?? []);
  return [
    ...(known.length > 0 ? [["schema:sameAs", known.map((address) => ({ "@id": address }))] as [string, Json]] : []),
    ...(told.length > 0
      ? [["schema:identifier", told.map(([scheme, id]) => `${scheme}:${id}`)] as [string, Json]]
      : []),
  ];
}

function leafOf(schema: GraphQLSchema, type: string, field: string): string | undefined {
  const object = schema.getType(type);
  const declared = isObjectType(object) ? object.getFields()[field]?.type : undefined;
  return declared && getNamedType(declared).name;
}

function literal(leaf: string | undefined, value: unknown): Json | undefined {
  if (leaf === "JSON") return { "@type": "@json", "@value": value as Json };
  if (typeof value === "string") {
    if (leaf === "Url") return { "@id": encodeURI(decodable(value)) };
    if (leaf === "PartialDate" || leaf === "Period") return dated(value);
    if (leaf === "Timestamp") return { "@type": "xsd:dateTime", "@value": value };
    return value;
  }
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

// What is escaped already is not escaped again.
function decodable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** A date as far as it is known, with the type that says how far. */
function dated(date: string): Json {
  const type = { 4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date" }[date.length];
  return type && !date.includes("/") ? { "@type": type, "@value": date } : date;
}
