/** What the numbers should be, to so many decimals; null stays null. */
export const near = (values: readonly (number | null)[], digits: number): unknown[] =>
  values.map((value) => (value === null ? null : expect.closeTo(value, digits)));
