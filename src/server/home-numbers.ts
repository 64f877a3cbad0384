import { parse } from "graphql";
import { type Answer, type Question } from "../graph/answer";
import { RawJson } from "../graph/raw-json";
import { type HomeNumbers } from "./home";

const document = parse("{ graph { revision recordedAt counts { kind count } } }");

/** The kinds the home page counts, and what it calls them. */
const shown: Readonly<Record<string, string>> = {
  sources: "sources",
  cities: "cities",
  rankings: "rankings",
  placements: "placements",
  wins: "awards won",
  observations: "observations",
};

/** The live numbers of the home page, asked of the graph like anything else. */
export async function homeNumbers(answer: (question: Question) => Promise<Answer>): Promise<HomeNumbers> {
  const { data } = await answer({ document, variables: {} });
  if (!(data instanceof RawJson)) throw new Error("the graph did not answer");
  const { graph } = JSON.parse(data.text) as { graph: GraphNumbers };
  const counts = new Map(graph.counts.map(({ kind, count }) => [kind, count]));
  return {
    revision: graph.revision,
    recordedAt: graph.recordedAt,
    counts: Object.entries(shown).map(([kind, label]) => ({ label, value: counts.get(kind) ?? 0 })),
  };
}

interface GraphNumbers {
  revision: number;
  recordedAt: string | null;
  counts: { kind: string; count: number }[];
}
