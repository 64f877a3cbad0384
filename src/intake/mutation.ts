import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
} from "graphql";
import { below, collect } from "../graph/read/selection";
import { type Holder } from "../partners/identify";
import { faultCodes } from "./fault";
import { type ForPartner, type Outcome } from "./for-partner";
import { type Reverted, type Reverting, revert } from "./revert";
import { type Submitted, submit } from "./submit";
import { unfit } from "./text";
import { countsOf, type RowAction, rowActions } from "./verdict";

const words = (described: Readonly<Record<string, string>>) =>
  Object.entries(described).map(([word, description]) => `${JSON.stringify(description)} ${word}`);

const outcomeSdl = `
  "The revision it made. Null when nothing was kept: for a dry run, where a row was refused, or where nothing changed."
  revision: Int
  counts: SubmissionCounts!
  "One verdict for every row, in the order of the submission; rows that are retracted come last."
  verdicts("Only verdicts of these sorts; all of them by default." only: [RowAction!]): [RowVerdict!]!
  "The facts whose evidence changes or, where nothing was kept, would change."
  evidence("Only facts that become so; all of them by default." becoming: [EvidenceStatus!]): [EvidenceChange!]!
`;

/** The part of the schema that partners write with. */
export const mutationSdl = `
extend schema { mutation: Mutation }
"What partners do, one after another. Each needs a key: \`Authorization: Bearer cg_...\`. One that fails is null, and the others stand."
type Mutation {
  "Records one source and everything it says: all of it, or nothing. The same submission a second time changes nothing. Rows that are refused are told as verdicts, not as errors."
  submit(
    "The source and what it says, in the shape of a data file." submission: Submission!
    "What becomes of what the source said before, and says no more." mode: SubmitMode! = MERGE
    "Only looks what would happen: nothing is kept, and nobody else sees it." dryRun: Boolean! = false
    "Records the rows that are not refused in spite of those that are." acceptValid: Boolean! = false
    "What you say of it, in 500 characters at most; it stands at the revision." message: String
  ): SubmitPayload
  "Takes back a revision of yours by a new one: its source says again what it said before. Does nothing where later revisions stand on it, and says which."
  revert(
    "The number of the revision." revision: Int!
    "Only looks what would happen." dryRun: Boolean! = false
    "What you say of it, in 500 characters at most; that it reverts the revision, by default." message: String
  ): RevertPayload
}
"What becomes of what a source said before, and says no more."
enum SubmitMode { "It is kept." MERGE "It is retracted: the submission is all that the source says." REPLACE }
"What came of a submission."
type SubmitPayload { ${outcomeSdl} }
"What came of taking a revision back."
type RevertPayload { ${outcomeSdl}
  "What stands in the way, if anything: nothing is done then."
  obstacles: [RevertObstacle!]!
}
"How many rows met with each fate."
type SubmissionCounts {
  "Rows that are new." added: Int!
  "Rows that said otherwise before." changed: Int!
  "Rows that were said so already." unchanged: Int!
  "Rows that are no longer said." retracted: Int!
  "Rows that are not recorded." refused: Int!
}
"What becomes of a row."
enum RowAction { ${words(rowActions).join(" ")} }
"What becomes of one row: of the submission, or of what the source said before."
type RowVerdict {
  "Where it stands in the submission: \`observations.3\`; null for a row that is retracted, which stands there no more."
  path: String
  "The global id of the fact or thing it is about; null for a row that cannot be read."
  id: ID
  action: RowAction!
  "What the source said before; null where it is new." before: JSON
  "What it says now; null where it is retracted, or cannot be read." after: JSON
  "Why it is refused; empty unless it is." refusals: [Refusal!]!
}
"Why a row is refused."
type Refusal {
  "The field: \`observations.3.value\`; null for a row that stands in no submission." path: String
  code: RefusalCode!
  "What was expected and what came." message: String!
  "What was expected, by itself; null where the message alone says it." expected: String
  "Values near to what came that would do, nearest first." nearest: [String!]!
}
"The sorts of refusals."
enum RefusalCode { ${words(faultCodes).join(" ")} }
"A fact whose evidence comes to stand otherwise."
type EvidenceChange {
  "The global id of the fact." id: ID!
  "How it stood; null for a fact that is new." before: EvidenceStatus
  "How it stands; null for a fact that is gone." after: EvidenceStatus
}
"What stands in the way of taking a revision back."
type RevertObstacle {
  "The global id of the row that is no longer as the revision left it, or that speaks of what would go." id: ID!
  "The revision that recorded it as it stands." revision: Int!
  "What to do." message: String!
}`;

/** The root fields of mutations, for whom a key says they are asked. */
export function mutationsFor(forPartner: ForPartner, schema: GraphQLSchema, holder: Holder | undefined) {
  return {
    submit: async (args: Given<Submitted>, _context: unknown, info: GraphQLResolveInfo) =>
      payloadOf(await submit(forPartner, schema, required(holder), asked(args, info))),
    revert: async (args: Given<Reverting>, _context: unknown, info: GraphQLResolveInfo) =>
      payloadOf(await revert(forPartner, required(holder), asked(args, info))),
  };
}

/** What a caller says of a mutation; how it is asked tells the rest. */
type Given<Told> = Omit<Told, "tellsEvidence">;

/** The arguments, and whether evidence is asked for: to look it up before and after takes as long as a part of recording. */
function asked<Args extends { readonly message?: string | null }>(args: Args, info: GraphQLResolveInfo) {
  const { schema, fragments, variableValues: variables, fieldNodes, returnType } = info;
  const payload = getNamedType(returnType) as GraphQLObjectType;
  const fields = collect({ schema, fragments, variables }, payload, below(fieldNodes));
  const tellsEvidence = [...fields.values()].some(([field]) => field!.name.value === "evidence");
  return { ...kept(args), tellsEvidence };
}

function required(holder: Holder | undefined): Holder {
  if (holder) return holder;
  throw new GraphQLError("expected a partner's key: send `Authorization: Bearer cg_...`; see docs/partners.md", {
    extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
  });
}

/** The arguments with the message as it is kept: without blanks around it; null where it says nothing. */
function kept<Args extends { readonly message?: string | null }>(
  args: Args,
): Args & { readonly message: string | null } {
  const message = args.message?.trim() || null;
  const fault = message ? unfit(message, longestMessage) : undefined;
  if (fault) throw new GraphQLError(`\`message\`: ${fault}`, { extensions: { code: "BAD_USER_INPUT" } });
  return { ...args, message };
}

const longestMessage = 500;

interface Narrowed {
  only?: readonly RowAction[] | null;
  becoming?: readonly string[] | null;
}

function payloadOf({ verdicts, evidence, ...rest }: Outcome | Reverted) {
  return {
    ...rest,
    counts: countsOf(verdicts),
    verdicts: ({ only }: Narrowed) => verdicts.filter(({ action }) => !only || only.includes(action)),
    evidence: ({ becoming }: Narrowed) => evidence.filter(({ after }) => !becoming || becoming.includes(String(after))),
  };
}
