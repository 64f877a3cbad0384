import { type PartSettings, type Settings } from "./settings";
import { beside, both, type Found, powerUnheard } from "./unheard-words";

/** Fields that only an indicator listens to, and those that only a dimension does. */
const ofIndicators = ["normalise", "low", "high", "target", "per", "times", "transform", "proxy"] as const;
const ofDimensions = ["weights", "judgements", "aggregate", "power"] as const;

/** What the settings of a part lack, or would not be listened to. */
export function* ofPart(part: PartSettings, index: Settings): Found {
  const name = `part \`${part.name}\``;
  const isIndicator = part.indicator != null;
  for (const field of isIndicator ? ofDimensions : ofIndicators) {
    if (part[field] == null) continue;
    const owner = isIndicator ? "a dimension" : "an indicator";
    yield [field, `${name} does not take \`${field}\`, which is of ${owner}: leave it out, or say it of another part`];
  }
  if (isIndicator) yield* ofIndicator(name, part, index);
  else yield* ofDimension(name, part, index);
}

function* ofIndicator(name: string, part: PartSettings, index: Settings): Found {
  const { normalise, low, high, target, times, transform, proxy } = part;
  const used = normalise ?? index.normalise;
  if (normalise === "GOALPOSTS" && (low == null || high == null))
    yield [
      "low",
      `${name}: GOALPOSTS expects \`low\` and \`high\` beside it, got ${low ?? "none"} and ${high ?? "none"}`,
    ];
  if (normalise === "TARGET" && target == null)
    yield ["target", `${name}: TARGET expects a \`target\` beside it, got none`];
  for (const end of ["low", "high"] as const)
    if (part[end] != null && normalise !== "GOALPOSTS") yield [end, beside(name, end, "normalise: GOALPOSTS", used)];
  if (target != null && normalise !== "TARGET") yield ["target", beside(name, "target", "normalise: TARGET", used)];
  if (times != null && !(times > 0)) yield ["times", `${name}: \`times\` expects more than 0, got ${times}`];
  for (const end of ["low", "high", "target"] as const) {
    const least = transform === "LOG" ? 0 : -1;
    if (transform != null && part[end] != null && part[end]! <= least)
      yield [
        end,
        `${name}: with the transform ${transform} an end or a target expects more than ${least}, got ${part[end]}`,
      ];
  }
  if (proxy != null && !index.countryValues)
    yield ["proxy", `a \`proxy\` is used with \`countryValues: true\` only, got \`${proxy}\` without it`];
}

function* ofDimension(name: string, { weights, judgements, aggregate, power }: PartSettings, whole: Settings): Found {
  if (judgements && weights && weights !== "GIVEN") yield ["judgements", both(name, weights)];
  yield* powerUnheard(name, power, aggregate, aggregate ?? whole.aggregate);
}
