import { type Model } from "../../graph/model";
import { anyName } from "../naming";

/** Selections that the queries of pages share, by the name of the fragment. */
export function fragmentsFor(model: Model): ReadonlyMap<string, string> {
  return new Map(
    [
      `fragment Cited on Source {
  id title url published retrieved licence
  publisher { id name }
}`,
      `fragment Told on Fact {
  id
  evidence {
    status publishers
    claims { id text deprecated note source { ...Cited } }
  }
}`,
      `fragment Figure on Observation {
  ...Told
  text value period qualifier status note
  indicator { id name unit dimension { id name } }
}`,
      `fragment Said on Statement {
  ...Told
  topic text stance speaker role said note
  organisation { id name }
}`,
      `fragment Foretold on Forecast {
  ...Told
  published baseYear baseValue targetYear targetValue statedGrowthPercent statedCagrPercent
  points { year value qualifier }
  forecaster { id name }
  indicator { id name unit }
  subject { ...Named }
}`,
      `fragment Contested on Dispute {
  id
  fact { ...Told ...NamedFact }
}`,
      `fragment Named on Node {\n  ${anyName(model, "Subject", 1)}\n}`,
      `fragment NamedFact on Fact {\n  ${anyName(model, "Fact")}\n}`,
      `fragment NamedNode on Node {\n  ${anyName(model, "Node")}\n}`,
    ].map((text) => [/^fragment (\w+)/.exec(text)![1]!, text]),
  );
}

/** A query with the fragments it spreads, and those they spread, behind it. */
export function withFragments(query: string, fragments: ReadonlyMap<string, string>): string {
  const used: string[] = [];
  const add = (text: string): void => {
    for (const [, name] of text.matchAll(/\.\.\.(\w+)/g)) {
      const fragment = name === "on" ? undefined : fragments.get(name!);
      if (!fragment || used.includes(fragment)) continue;
      used.push(fragment);
      add(fragment);
    }
  };
  add(query);
  return [query.trim(), ...used].join("\n\n");
}
