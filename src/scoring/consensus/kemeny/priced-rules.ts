/**
 * The rules on triples that have come into play, and their prices: a price above 0 is on "not i above j above k above i",
 * one below 0 on the opposite circle. Grows by doubling.
 */
export class PricedRules {
  count = 0;
  prices = new Float64Array(1024);
  directions = new Float64Array(1024);
  private pairs = new Int32Array(3 * 1024);
  private readonly known: Set<number> = new Set();

  constructor(private readonly n: number) {}

  /** Takes up every rule that the pairs, each decided by its lead, break. Returns how many are new. */
  takeUp(leads: Float64Array): number {
    const { n } = this;
    const before = this.count;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const ij = leads[i * n + j]! < 0;
        for (let k = j + 1; k < n; k++) {
          if (leads[j * n + k]! < 0 === ij && leads[i * n + k]! < 0 !== ij) this.add(i, j, k);
        }
      }
    }
    return this.count - before;
  }

  /** Adds prices (of the rules taken up first, as many as there are) to the leads, and returns what they take from the bound. */
  applyTo(leads: Float64Array, prices: Float64Array): number {
    const { pairs } = this;
    const count = Math.min(this.count, prices.length);
    let taken = 0;
    for (let t = 0, at = 0; t < count; t++, at += 3) {
      const price = prices[t]!;
      if (price === 0) continue;
      leads[pairs[at]!]! += price;
      leads[pairs[at + 1]!]! += price;
      leads[pairs[at + 2]!]! -= price;
      if (price > 0) taken += price;
    }
    return taken;
  }

  /**
   * Finds where the bound rises, smoothed over the rounds; returns the squared length of the directions, but no less than
   * that of the slopes, lest a step grow without measure where a turn and what went before cancel out. 0 if no price need move.
   */
  turn(leads: Float64Array): number {
    const { pairs, prices, directions, count } = this;
    let [size, steep] = [0, 0];
    for (let t = 0, at = 0; t < count; t++, at += 3) {
      const above = (pair: number) => (leads[pair]! < 0 ? 1 : 0);
      const circle = above(pairs[at]!) + above(pairs[at + 1]!) - above(pairs[at + 2]!);
      const price = prices[t]!;
      // Of the circle's pairs 0 or 1 more than of the opposite may be kept; at price 0 both are free.
      const slope = price > 0 ? circle - 1 : price < 0 ? circle : circle > 1 ? 1 : circle < 0 ? -1 : 0;
      const direction = slope + 0.9 * directions[t]!;
      directions[t] = Math.abs(direction) < 1e-3 ? 0 : direction;
      size += direction * direction;
      steep += slope * slope;
    }
    return steep === 0 ? 0 : Math.max(size, steep);
  }

  /** Moves the prices along their directions. */
  move(length: number): void {
    for (let t = 0; t < this.count; t++) this.prices[t]! += length * this.directions[t]!;
  }

  private add(i: number, j: number, k: number): void {
    const key = (i * this.n + j) * this.n + k;
    if (this.known.has(key)) return;
    this.known.add(key);
    if (this.count === this.prices.length) this.grow();
    this.pairs.set([i * this.n + j, j * this.n + k, i * this.n + k], 3 * this.count++);
  }

  private grow(): void {
    const { prices, directions, pairs } = this;
    this.prices = new Float64Array(2 * prices.length);
    this.directions = new Float64Array(2 * directions.length);
    this.pairs = new Int32Array(2 * pairs.length);
    this.prices.set(prices);
    this.directions.set(directions);
    this.pairs.set(pairs);
  }
}
