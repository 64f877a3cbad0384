import { any, many, one, optional } from "../../graph/edge";
import { Subject } from "../fact";
import { fact } from "../kind";
import { Organisation } from "../organisations/organisation";
import { Stance, Statement, StatementInput } from "./statement";

export const statements = fact<StatementInput>({
  name: "statements",
  one: "statement",
  by: "id",
  entity: Statement,
  input: StatementInput,
  identify: ({ about, topic }) => `${about}/${topic}`,
  edges: [
    any(Statement, "about", "Subject", "What it is about."),
    optional(one(Statement, "organisation", Organisation, "For whom the speaker speaks; null when not known.")),
    many(Subject, "statements", Statement, { on: "about", holds: "globalId", order: ["topic"] }, "What is said of it."),
    many(Organisation, "said", Statement, { on: "organisation", order: ["topic"] }, "What its people said."),
  ],
  claims: {
    compares: { stance: "words" },
    together: [["text", "stance", "speaker", "role", "organisation", "said", "note"]],
    says: ({ text, stance }) => (stance === Stance.DENIES ? `Not so: ${text}` : text),
  },
  order: ["topic"],
  mentions: ({ about }) => [{ path: "about", id: about }],
});
