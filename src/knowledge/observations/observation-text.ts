import { Qualifier } from "../qualifier";
import { ObservationStatus } from "./observation-status";

interface Quantity {
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly status: ObservationStatus;
}

const before: Readonly<Record<Qualifier, string>> = {
  EXACTLY: "",
  AT_LEAST: "more than ",
  AT_MOST: "up to ",
  ABOUT: "about ",
};

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 10 });

/** A number with its qualifier and status in words: `more than 200, planned`. */
export function inWords({ value, qualifier, status }: Quantity): string {
  const after = status === ObservationStatus.MEASURED ? "" : `, ${status.toLowerCase()}`;
  return `${before[qualifier]}${numbers.format(value)}${after}`;
}
