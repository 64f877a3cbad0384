/** A lowest and a highest number. */
export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * What a printed number may have been before it was rounded: half a unit of its last printed digit to either side.
 *
 * "96" is 95.5 to 96.5, "1.20" is 1.195 to 1.205. Zeros at the end of a whole number count as printed: 200 is 199.5 to
 * 200.5, unless a coarser `unit` says otherwise.
 *
 * @param printed the number as printed, such as "249", "1.20" or "-3,400.5"; a number stands for its shortest form
 * @param unit what it was rounded to, above 0: 10 for tens, 0.1 for tenths
 * @throws TypeError if it is not a number
 * @throws RangeError if the unit is not above 0
 */
export function beforeRounding(printed: string | number, unit?: number): Range {
  const text = String(printed)
    .trim()
    .replace(/,(?=\d{3}(\D|$))/g, "");
  const value = text === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new TypeError(`a printed number expects digits, got "${printed}"`);
  if (unit !== undefined && !(unit > 0)) throw new RangeError(`a rounding unit expects a number above 0, got ${unit}`);
  const half = (unit ?? unitOf(text)) / 2;
  return { lowest: value - half, highest: value + half };
}

function unitOf(text: string): number {
  const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
  const decimals = digits.split(".")[1]?.length ?? 0;
  return 10 ** (Number(exponent) - decimals);
}

/**
 * The growths in percent that two printed numbers allow: the least end over the greatest base, and the other way round.
 * Where the base may have been nothing, there is no highest one.
 *
 * @throws RangeError if the base cannot have been above 0
 */
export function growthRange(from: Range, to: Range): Range {
  if (from.highest <= 0) throw new RangeError(`growth expects a base above 0, got at most ${from.highest}`);
  const nothing = Math.max(0, from.lowest);
  const least = to.lowest < 0 ? nothing : from.highest;
  const most = to.highest <= 0 ? from.highest : nothing;
  return { lowest: 100 * (to.lowest / least - 1), highest: 100 * (to.highest / most - 1) };
}

/** The growths a year, in percent, that two printed numbers some years apart allow. */
export function cagrRange(from: Range, to: Range, years: number): Range {
  const { highest, lowest } = growthRange(from, to);
  const yearly = (percent: number): number => 100 * (Math.max(0, 1 + percent / 100) ** (1 / years) - 1);
  return { lowest: yearly(lowest), highest: yearly(highest) };
}
