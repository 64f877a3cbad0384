import { toColumn } from "../columns";
import type { IndexData } from "../composite/method";
import type { Plan } from "../composite/plan";

/**
 * The standard error of each value of the plan's columns, after denominator and transform; 0 where none is known.
 *
 * @returns by indicator, for the kept cities; null for an indicator without any error
 * @throws RangeError if an error is negative or a column of errors has another length than there are cities
 */
export function errorColumns(plan: Plan, data: IndexData): (Float64Array | null)[] {
  const imputed = new Set(plan.imputed.map(({ city, indicator }) => `${city} ${indicator}`));
  return plan.indicators.map((indicator, leaf) => {
    const raw = data.errors?.[indicator.column ?? indicator.name];
    if (raw === undefined) return null;
    const errors = toColumn(raw, `errors of \`${indicator.name}\``);
    if (errors.length !== plan.cities) {
      throw new RangeError(`errors of \`${indicator.name}\` expect ${plan.cities} entries, got ${errors.length}`);
    }
    const per = indicator.per === undefined ? null : data.columns[indicator.per]!;
    return Float64Array.from(plan.kept, (city, i) => {
      const error = errors[city]!;
      if (error < 0) throw new RangeError(`errors of \`${indicator.name}\` expect 0 or more, got ${error} at ${city}`);
      if (Number.isNaN(error) || imputed.has(`${city} ${indicator.name}`)) return 0;
      const scaled = (error * (indicator.times ?? 1)) / (per?.[city] ?? 1);
      // By the delta method the error of ln x is that of x divided by x; of ln (1 + x), by 1 + x.
      return indicator.transform ? scaled / Math.exp(plan.columns[leaf]![i]!) : scaled;
    });
  });
}
