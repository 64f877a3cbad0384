import { badInput } from "../../graph/bad-input";
import { type Asking } from "../../graph/reckoned";
import { type Answered, type Projected, type ToProject } from "./project-task";

/** How many series one answer may have carried on. */
const most = 100;

interface Batch {
  readonly series: ToProject[];
  readonly found: Promise<readonly Projected[]>;
}

type Work = Asking["work"];

const batches = new WeakMap<Work, Batch>();
const counts = new WeakMap<Work, number>();

/**
 * Has a series carried on in another thread. All that one answer wants at one moment is one piece of work, so that a list of
 * cities does not fill the queue.
 *
 * @throws GraphQLError BAD_USER_INPUT where the series or a setting is refused, or one answer wants too many
 */
export async function projectTogether({ work }: Pick<Asking, "work">, one: ToProject): Promise<Answered> {
  const count = (counts.get(work) ?? 0) + 1;
  counts.set(work, count);
  if (count > most)
    throw badInput(`expected at most ${most} projections in one answer, got more; ask for smaller pages (\`first\`)`);
  const batch = batches.get(work) ?? begin(work);
  const place = batch.series.push(one) - 1;
  const found = (await batch.found)[place]!;
  if ("refused" in found) throw badInput(found.refused);
  return found;
}

function begin(work: Work): Batch {
  const series: ToProject[] = [];
  const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    batches.delete(work);
    return work<readonly Projected[]>("projections", series);
  });
  const batch = { series, found };
  batches.set(work, batch);
  return batch;
}
