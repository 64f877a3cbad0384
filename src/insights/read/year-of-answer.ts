import { type Asking } from "../../graph/reckoned";

/**
 * The year in which the revision of an answer was recorded: what "over" and "later" mean in it, so that it is the same
 * whenever it is asked again.
 */
export function yearOfAnswer({ remember }: Pick<Asking, "remember">): Promise<number> {
  return remember("year of the answer", async ({ read }) => {
    const { graph } = await read<{ graph: { recordedAt: string | null } }>("{ graph { recordedAt } }");
    return graph.recordedAt === null ? Number.POSITIVE_INFINITY : new Date(graph.recordedAt).getUTCFullYear();
  });
}
