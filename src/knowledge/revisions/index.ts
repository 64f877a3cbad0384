import { any, many, one, optional } from "../../graph/edge";
import { type TypeDeclaration } from "../../graph/model";
import { Source } from "../sources/source";
import { Change, Revision } from "./revision";

/** How revisions hang together with what they changed. */
export const revisionEdges = [
  optional(one(Revision, "source", Source, "The source it recorded; null if that has been retracted since.")),
  many(
    Revision,
    "changes",
    Change,
    { on: "recordedIn", holds: "number", order: ["ordinal"] },
    "What it did, claim by claim.",
  ),
  one(Change, "revision", Revision, "The revision it is a part of."),
  optional(any(Change, "fact", "Node", "The fact or thing it is about, as it stands; null if it stands no more.")),
];

/** Revisions and changes are written by intake alone: they are read like all that is stored, but nobody submits them. */
export const revisionTypes: readonly TypeDeclaration[] = [
  {
    name: Revision.name,
    table: "revisions",
    roots: { one: "revision", many: "revisions", by: "number" },
    order: ["number desc"],
    sql: { recordedIn: (alias) => `${alias}.number` },
  },
  {
    name: Change.name,
    table: "changes",
    order: ["recordedIn", "ordinal"],
    sql: { factId: (alias) => `${alias}.fact` },
    roots: {
      one: "change",
      many: "changes",
      by: "id",
      asked: {
        since: {
          type: "Int",
          description:
            "Changes of revisions after this one; 0 for all. Take the last `recordedIn` you have seen. One that is not there yet is refused.",
          isRevision: true,
          cast: "int",
          condition: (alias, value) => `${alias}.recorded_in > ${value}`,
        },
        kinds: {
          type: "[String!]",
          description: "Changes in these sections, such as `placements`.",
          cast: "text[]",
          condition: (alias, value) => `${alias}.kind = any(${value})`,
        },
        about: {
          type: "ID",
          description: "Changes of this thing or fact, or of what speaks of it; it may have been retracted since.",
          cast: "text",
          condition: (alias, value) => `${alias}.about @> array[${value}]`,
          known: ({ name }, id, relation) =>
            `exists (select from ${relation("changes")} c where c.about @> array['${name}:' || ${id}])`,
        },
      },
    },
  },
];
