import { GraphQLError } from "graphql";
import { type DataSource } from "typeorm";
import { type Holder, partnerBehind } from "../partners/identify";
import { type Partner } from "../partners/partner";
import { type Recorder } from "./copy";
import { type EvidenceChange } from "./evidence-change";
import { FaultyError } from "./fault";
import { mark, recording, undo } from "./lock";
import { createQueue } from "./queue";
import { type RowVerdict } from "./verdict";

/** What came of it. */
export interface Outcome {
  /** The revision it made; null where nothing was kept, or nothing changed. */
  readonly revision: number | null;
  readonly verdicts: readonly RowVerdict[];
  readonly evidence: readonly EvidenceChange[];
}

/** Does something for a partner, under the lock of recording. Kept only if `keep` is called. */
type Work = (ask: Recorder, partner: Partner, keep: () => void) => Promise<Outcome>;

/** Runs works for partners, one after another; what they do is undone unless they keep it. `weight` is about what one takes of memory, in bytes. */
export type ForPartner = (holder: Holder, work: Work, weight?: number) => Promise<Outcome>;

/**
 * One such runner a process: all its works wait in one queue.
 *
 * @param explain an error of the store as a caller can act on it, where it is such a one
 */
export function createForPartner(store: DataSource, explain: (error: unknown) => Error | undefined): ForPartner {
  const queued = createQueue();
  return async (holder, work, weight) => {
    try {
      return await queued(() => recording(store, (ask) => keptOrUndone(ask, holder, work), true), weight);
    } catch (error) {
      if (error instanceof FaultyError) throw new GraphQLError(error.message, { extensions: { code: "CONFLICT" } });
      throw explain(error) ?? error;
    }
  };
}

async function keptOrUndone(ask: Recorder, holder: Holder, work: Work): Promise<Outcome> {
  // The key may have been revoked while the submission waited.
  const partner = await partnerBehind(ask, holder);
  if (!partner) {
    const message = `the key cg_${holder.key} is no longer valid`;
    throw new GraphQLError(message, { extensions: { code: "UNAUTHENTICATED", http: { status: 401 } } });
  }
  let isKept = false;
  await mark(ask);
  const outcome = await work(ask, partner, () => {
    isKept = true;
  });
  if (!isKept) await undo(ask);
  return isKept ? outcome : { ...outcome, revision: null };
}
