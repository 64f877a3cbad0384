import {
  type Change,
  type Milestone,
  milestone,
  type Point,
  type Projection,
  type ProjectionOptions,
  project,
  type ScenarioPoint,
  scenario,
  type Tried,
  type Trying,
  tried,
} from "../../forecast";

/** One series to be carried on. */
export interface ToProject {
  readonly points: readonly Point[];
  readonly options: ProjectionOptions;
  readonly changes: readonly Change[];
  /** The value that is waited for; null where none is. */
  readonly awaited: number | null;
}

/** A series carried on; what cannot be answered is refused by itself, so that others are answered. */
export type Projected = { readonly refused: string } | Answered;

export interface Answered {
  readonly projection: Omit<Projection, "basis">;
  readonly scenarios: readonly (readonly ScenarioPoint[])[];
  readonly milestone: Milestone | null;
}

/** Carries series on, each with its back-test. */
export function projections(series: readonly ToProject[]): Projected[] {
  return series.map((one) => {
    try {
      return projected(one);
    } catch (error) {
      if (error instanceof RangeError) return { refused: error.message };
      throw error;
    }
  });
}

/** Tries a method on series, each by itself; one that breaks the measure tells nothing to others. */
export function tries({ series, trying }: ToTry): Tried[] {
  return series.map((points) => {
    try {
      return tried(points, trying);
    } catch (error) {
      if (error instanceof RangeError) return { sizes: [], origins: 0 };
      throw error;
    }
  });
}

/** Series that a method is tried on. */
export interface ToTry {
  readonly series: readonly (readonly Point[])[];
  readonly trying: Trying;
}

function projected({ points, options, changes, awaited }: ToProject): Answered {
  const whole = project(points, options);
  const { basis: _, ...projection } = whole;
  return {
    projection,
    scenarios: changes.map((change) => scenario(whole, change)),
    milestone: awaited === null ? null : milestone(whole, awaited),
  };
}
