import { any, facet, list, many, one, optional } from "../../graph/edge";
import { type TypeDeclaration } from "../../graph/model";
import { isThere } from "../../graph/read/known";
import { Fact, Thing } from "../fact";
import { Source } from "../sources/source";
import { withBelongings } from "./belonging";
import { Claim } from "./claim";
import { Dispute } from "./dispute";
import { Evidence } from "./evidence";

/** How facts and things hang together with what sources say. */
export const evidenceEdges = [
  one(Thing, "source", Source, "Where its name and what else is known of it come from."),
  one(Fact, "source", Source, "The source of the preferred claim."),
  facet(Fact, "evidence", Evidence, "Who says so, and who says otherwise."),
  one(Evidence, "preferred", Claim, "The claim the graph goes by.", "claim"),
  list(
    Evidence,
    "claims",
    Claim,
    { on: "fact", holds: "globalId", order: ["position"] },
    "All claims, the preferred first.",
  ),
  one(Claim, "source", Source, "Who says so."),
  optional(any(Claim, "fact", "Node", "What it is a claim for; null when no claim for it stands.")),
  any(Dispute, "fact", "Fact", "The fact as the graph has it, by its preferred claim.", "id"),
  list(
    Dispute,
    "claims",
    Claim,
    { on: "fact", order: ["position"] },
    "What each side says, the preferred claim first.",
  ),
  many(Source, "claims", Claim, { on: "source", order: ["kind"] }, "Everything the source says."),
];

/** Disputes are written by intake alone, as facts are settled; nobody submits them. */
export const disputeType: TypeDeclaration = {
  name: Dispute.name,
  table: "disputes",
  order: ["spread desc", "publishers desc"],
  roots: {
    one: "dispute",
    many: "contested",
    by: "id",
    asked: {
      kinds: {
        type: "[String!]",
        description: "Disputes over facts of these sections, such as `observations`.",
        cast: "text[]",
        condition: (alias, value) => `${alias}.kind = any(${value})`,
      },
      about: {
        type: "ID",
        description:
          "Disputes over this fact, over facts that speak of this thing or fact, and over those that speak of what belongs to it: a city's initiatives and the expos it hosts, a series' editions.",
        cast: "text",
        lookedUp: withBelongings,
        condition: (alias, about) => `${alias}.about && ${about}`,
        known: isThere,
      },
    },
  },
};
