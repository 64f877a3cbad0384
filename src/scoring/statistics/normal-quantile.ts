/**
 * The z below which a share of the standard normal distribution lies: 1.96 for 0.975.
 *
 * Found by Halley's method on the distribution function.
 *
 * @param share above 0 and below 1
 * @throws RangeError if the share is outside
 * @see M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 26.2
 */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1))
    throw new RangeError(`normalQuantile expects a share above 0 and below 1, got ${share}`);
  if (share > 0.5) return -normalQuantile(1 - share);
  let z = -Math.sqrt(-2 * Math.log(share));
  for (let i = 0; i < 60; i++) {
    const step = (normalShare(z) - share) / density(z);
    const halley = step / (1 + (z * step) / 2);
    z -= halley;
    if (Math.abs(halley) < 1e-15 * Math.max(1, Math.abs(z))) break;
  }
  return z;
}

/**
 * The share of the standard normal distribution below z, to about 1e-15.
 *
 * @see M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 26.2.10 and 26.2.14
 */
export function normalShare(z: number): number {
  if (z > 0) return 1 - normalShare(-z);
  if (z > -3) return 0.5 + density(z) * series(z);
  return density(z) / continuedFraction(-z);
}

const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

function series(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
    if (term === 0) break;
  }
  return sum;
}

function continuedFraction(z: number): number {
  let tail = z;
  for (let k = 120; k >= 1; k--) tail = z + k / tail;
  return tail;
}
