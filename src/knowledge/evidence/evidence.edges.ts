import { any, facet, list, many, one, optional } from "../../graph/edge";
import { Fact, Thing } from "../fact";
import { Source } from "../sources/source";
import { Claim } from "./claim";
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
  many(Source, "claims", Claim, { on: "source", order: ["kind"] }, "Everything the source says."),
];
