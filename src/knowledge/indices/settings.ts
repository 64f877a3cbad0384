/** What an index says of itself, as far as its settings must go together; null counts as not said. */
export interface Settings {
  readonly weights: string;
  readonly judgements?: unknown;
  readonly aggregate: string;
  readonly power?: number | null | undefined;
  readonly normalise: string;
  readonly outliers: string;
  readonly outliersLow?: number | null | undefined;
  readonly outliersHigh?: number | null | undefined;
  readonly missing: string;
  readonly coverage: number;
  readonly coverageEach: boolean;
  readonly groupBy: string;
  readonly groups?: readonly (readonly unknown[])[] | null | undefined;
  readonly countryValues: boolean;
}

/** What a part says of itself: an indicator, or else a dimension. */
export interface PartSettings {
  readonly name: string;
  /** The place of the part that it lies within; null for an outermost one. */
  readonly within: number | null;
  readonly indicator?: string | null | undefined;
  readonly weight?: number | null | undefined;
  readonly weights?: string | null | undefined;
  readonly judgements?: unknown;
  readonly aggregate?: string | null | undefined;
  readonly power?: number | null | undefined;
  readonly normalise?: string | null | undefined;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly target?: number | null | undefined;
  readonly per?: string | null | undefined;
  readonly times?: number | null | undefined;
  readonly transform?: string | null | undefined;
  readonly proxy?: string | null | undefined;
}
