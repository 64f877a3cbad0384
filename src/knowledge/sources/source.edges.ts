import { many, one, optional } from "../../graph/edge";
import { Organisation } from "../organisations/organisation";
import { Source } from "./source";

/** How sources hang together with who made them. */
export const sourceEdges = [
  one(Source, "publisher", Organisation, "Who published it; for a reprint, whose release it is."),
  optional(one(Source, "carrier", Organisation, "Who reprinted it; null when the publisher did it itself.")),
  many(
    Organisation,
    "sources",
    Source,
    { on: "publisher", order: ["published desc"] },
    "What the organisation published.",
  ),
];
