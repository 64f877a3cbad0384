import { toColumn } from "../columns";
import type { IndexData } from "./method";
import type { Indicator } from "./tree";

/**
 * An indicator's column after denominator and transform; NaN where value or denominator is not known.
 *
 * @throws RangeError if the column is absent, empty of values, or holds what the denominator or the transform refuses
 */
export function readIndicator(indicator: Indicator, data: IndexData): Float64Array {
  const divided = untransformedIndicator(indicator, data);
  return indicator.transform ? transformed(divided, indicator) : divided;
}

/** An indicator's column after denominator and before the transform. @throws RangeError as `readIndicator` does */
export function untransformedIndicator(indicator: Indicator, data: IndexData): Float64Array {
  const values = columnNamed(indicator.column ?? indicator.name, data);
  const each = indicator.per === undefined ? values : perUnit(values, columnNamed(indicator.per, data), indicator);
  const divided = indicator.times === undefined ? each : scaled(each, indicator.times, indicator.name);
  if (divided.every(Number.isNaN)) throw new RangeError(`indicator \`${indicator.name}\` has no value for any city`);
  return divided;
}

function columnNamed(name: string, { columns }: IndexData): Float64Array {
  if (!Object.hasOwn(columns, name)) {
    throw new RangeError(`no column \`${name}\`; there are ${Object.keys(columns).join(", ") || "none"}`);
  }
  return toColumn(columns[name]!, `column \`${name}\``);
}

function perUnit(values: Float64Array, denominators: Float64Array, { name, per }: Indicator): Float64Array {
  if (values.length !== denominators.length) {
    throw new RangeError(`\`${name}\` has ${values.length} values and \`${per}\` has ${denominators.length}`);
  }
  return values.map((value, i) => {
    if (denominators[i]! <= 0)
      throw new RangeError(`denominator \`${per}\` expects values above 0, got ${denominators[i]} at ${i}`);
    return value / denominators[i]!;
  });
}

function scaled(values: Float64Array, times: number, name: string): Float64Array {
  if (!(times > 0 && times < Infinity))
    throw new RangeError(`times of \`${name}\` expects a number above 0, got ${times}`);
  return values.map((value, i) => {
    const result = value * times;
    if (Math.abs(result) === Infinity)
      throw new RangeError(
        `times of \`${name}\` expects products within the range of numbers, got ${value} x ${times} at ${i}`,
      );
    return result;
  });
}

function transformed(values: Float64Array, { name, transform }: Indicator): Float64Array {
  const shift = transform === "log1p" ? 1 : 0;
  return values.map((value, i) => {
    if (value + shift <= 0)
      throw new RangeError(`${transform} of \`${name}\` expects values above ${-shift}, got ${value} at ${i}`);
    return shift ? Math.log1p(value) : Math.log(value);
  });
}
