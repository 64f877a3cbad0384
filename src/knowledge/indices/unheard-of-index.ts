import { type Settings } from "./settings";
import { beside, both, type Found, powerUnheard } from "./unheard-words";

/** What the settings of an index itself lack, or would not be listened to. */
export function* ofIndex(index: Settings): Found {
  const { weights, judgements, aggregate, power, normalise, missing, coverage, coverageEach, groupBy, groups } = index;
  if (judgements && weights !== "GIVEN") yield ["judgements", both("the index", weights)];
  yield* powerUnheard("the index", power, aggregate, aggregate);
  if (normalise === "GOALPOSTS" || normalise === "TARGET") {
    const ends = normalise === "TARGET" ? "TARGET expects a `target`" : "GOALPOSTS expects `low` and `high`";
    yield ["normalise", `${ends} beside it, for each indicator: say it of the indicators, not of the index`];
  }
  if (coverage > 0 && missing === "EXCLUDE")
    yield ["coverage", beside("the index", "coverage", "missing: COVERAGE or GROUP_MEAN", missing)];
  if (coverageEach && missing !== "COVERAGE")
    yield ["coverageEach", beside("the index", "coverageEach", "missing: COVERAGE", missing)];
  if (groupBy !== "ALL" && missing !== "GROUP_MEAN")
    yield ["groupBy", beside("the index", "groupBy", "missing: GROUP_MEAN", missing)];
  if (groups != null && groupBy !== "GROUPS")
    yield ["groups", beside("the index", "groups", "groupBy: GROUPS", groupBy)];
  if (groupBy === "GROUPS" && !groups?.length)
    yield ["groups", "`groupBy: GROUPS` expects `groups` beside it, got none"];
  if (groups?.some(({ length }) => length === 0))
    yield ["groups", "`groups` expects countries in each group, got a group without any"];
  yield* outliersUnheard(index);
}

function* outliersUnheard({ outliers, outliersLow: low, outliersHigh: high }: Settings): Found {
  const takesEnds = outliers === "QUANTILES" || outliers === "COUNT";
  for (const [field, end] of [
    ["outliersLow", low],
    ["outliersHigh", high],
  ] as const) {
    if (end != null && !takesEnds) yield [field, beside("the index", field, "outliers: QUANTILES or COUNT", outliers)];
  }
  const ends = `got ${low ?? "none"} and ${high ?? "none"}`;
  if (outliers === "QUANTILES" && !(low != null && high != null && low >= 0 && low < high && high <= 1))
    yield [
      "outliersLow",
      `\`outliers: QUANTILES\` expects \`outliersLow\` below \`outliersHigh\`, both from 0 to 1, ${ends}`,
    ];
  const isCount = (end: number | null | undefined) => end != null && Number.isInteger(end) && end >= 0;
  if (outliers === "COUNT" && !(isCount(low) && isCount(high)))
    yield [
      "outliersLow",
      `\`outliers: COUNT\` expects whole numbers \`outliersLow\` and \`outliersHigh\`, 0 or more, ${ends}`,
    ];
}
