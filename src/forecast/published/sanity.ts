import type { Measure } from "../measure";
import type { PublishedForecast } from "./forecast";

/** Growth a year beyond which a forecast deserves a second look, in percent. */
export const steep = 50;

/**
 * What is odd about a published forecast, one sentence each; none if nothing is.
 *
 * Nothing is refused here: what a source printed is what it printed.
 *
 * @param measure what the indicator can be
 */
export function sanityOf(forecast: PublishedForecast, measure: Measure): string[] {
  const { points, published, unit } = forecast;
  const sorted = [...points].sort((a, b) => a.year - b.year);
  const odd: string[] = [];
  const say = (condition: boolean, sentence: string): void => void (condition && odd.push(sentence));
  say(points.length < 2, `${points.length === 0 ? "no point" : "one point"}: no growth can be reckoned`);
  say(unit.trim() === "", "no unit");
  const units = new Set([unit, ...points.flatMap((point) => point.unit ?? [])]);
  say(units.size > 1, `mixed units: ${[...units].join(", ")}`);
  sorted.forEach((point, i) => {
    const { value, year } = point;
    say(!Number.isFinite(value), `${year}: no number`);
    say(!Number.isInteger(year) || year < 1900 || year > 2200, `${year}: no year from 1900 to 2200`);
    say(measure.kind === "positive" && value < 0, `${year}: ${value}, where nothing below 0 can be`);
    if (measure.kind === "bounded")
      say(value < measure.low || value > measure.high, `${year}: ${value}, outside ${measure.low} to ${measure.high}`);
    const before = sorted[i - 1];
    say(before?.year === year, `${year}: two values`);
    if (before && before.year < year && before.value > 0 && value > 0) {
      const yearly = 100 * ((value / before.value) ** (1 / (year - before.year)) - 1);
      say(Math.abs(yearly) > steep, `${before.year} to ${year}: ${yearly.toFixed(0)} % a year`);
    }
  });
  const last = sorted.at(-1);
  say(
    published !== null && last !== undefined && last.year <= published,
    `its last year, ${last?.year}, is not after its publication in ${published}`,
  );
  return odd;
}
