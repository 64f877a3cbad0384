import { type Milestone } from "../../forecast";
import { badInput } from "../../graph/bad-input";
import { type Asking, type Reckoned, Stored } from "../../graph/reckoned";
import { questionPermalink } from "../permalink";
import { type AsOf } from "../read/as-of";
import { firstOf } from "../read/counts";
import { foretold, nothingKnown } from "./foretold";
import { type ProjectedIndicator } from "./measure";
import { projectionBounds } from "./prices";
import { type ProjectionInput } from "./question";
import { shownProjection } from "./shown";
import { readIndicator, requireSubject } from "./subject";

interface MilestoneInput {
  readonly subject: string;
  readonly indicator: string;
  readonly value: number;
  readonly horizon: number;
  readonly method?: string | null;
  readonly until?: number | null;
  readonly asOf?: AsOf | null;
}

/** When a value is reached. */
export const milestoneField: Reckoned = {
  field: "milestone",
  cost: 3_000,
  bounds: projectionBounds,
  sdl: '("Which value, of what." input: MilestoneInput!): Milestone',
  description:
    "When a value is reached, as years with probabilities: when will China be 80 % urban? Null, with an error, where nothing is known to carry on.",
  reckon: (async ({ input }: { input: MilestoneInput }, asking) => reckon(input, asking)) as Reckoned["reckon"],
};

async function reckon({ value, ...asked }: MilestoneInput, asking: Asking): Promise<object> {
  await requireSubject(asking, asked.subject);
  const indicator = await readIndicator(asking, asked.indicator);
  requirePossible(value, indicator);
  const input: ProjectionInput = { ...asked, levels: [0.5, 0.8, 0.95] };
  const found = await foretold(input, asking, value);
  if (found === null) throw nothingKnown(input, indicator);
  const milestone = found.answered.milestone!;
  const { years } = found.series;
  const reachedBy = years.find(({ year }) => year === milestone.reachedAt);
  return {
    subject: new Stored(input.subject),
    indicator: new Stored(indicator.id),
    value,
    direction: milestone.direction.toUpperCase(),
    reachedIn: milestone.reachedAt,
    reachedBy: reachedBy ? new Stored(reachedBy.id) : null,
    earliest: milestone.earliest,
    likely: milestone.likely,
    latest: milestone.latest,
    explanation: milestone.explanation,
    probabilityBy: ({ year }: { year: number }) => probabilityBy(milestone, years.at(-1)!.year, year),
    years: ({ first }: { first: number }) =>
      firstOf(
        milestone.byTime.map(({ at, probability }) => ({ year: at, probability })),
        first,
        500,
      ),
    projection: () => shownProjection(input, found, asking),
    warnings: found.warnings,
    permalink: questionPermalink(asking.publicUrl, asking.revision, question, { input: { ...asked, value } }),
  };
}

/** @throws GraphQLError BAD_USER_INPUT for a value that the indicator cannot have */
function requirePossible(value: number, { slug, minimum, maximum }: ProjectedIndicator): void {
  if ((minimum === null || value >= minimum) && (maximum === null || value <= maximum)) return;
  const range =
    maximum === null ? `${minimum} or more` : minimum === null ? `${maximum} or less` : `${minimum} to ${maximum}`;
  throw badInput(`\`value\` expects what \`${slug}\` can be, ${range}, got ${value}`);
}

function probabilityBy({ byTime, reachedAt }: Milestone, last: number, year: number): number {
  if (reachedAt !== null && year >= reachedAt) return 1;
  if (year <= last) return 0;
  const found = byTime.find(({ at }) => at === year);
  if (!found)
    throw badInput(
      `\`year\` expects one up to ${byTime.at(-1)!.at}, the end of the horizon, got ${year}; ask for a longer \`horizon\``,
    );
  return found.probability;
}

const question = `query Milestone($input: MilestoneInput!) {
  milestone(input: $input) {
    subject { id } indicator { slug unit } value direction reachedIn earliest likely latest explanation
    years(first: 200) { year probability }
    projection { method points(first: 200) { year value intervals { level low high } } backTest { summary } }
    warnings
  }
}`;
