/** All ways worth following to begin an order with so many candidates: one entry for each set of them. */
export class PrefixTable {
  count = 0;
  /** Entry e's set, 32 candidates a number, from `sets[e * words]`. */
  sets: Uint32Array;
  /** The least cost of all pairs of which one is in the set. */
  costs: Float64Array;
  /** The most that any way to reach the set proves of the pairs that are left. */
  rests: Float64Array;
  /** The entry of the table before that the cheapest way comes from. */
  from: Uint32Array;
  private slots: Int32Array;

  constructor(
    private readonly words: number,
    capacity = 64,
  ) {
    this.sets = new Uint32Array(capacity * words);
    this.costs = new Float64Array(capacity);
    this.rests = new Float64Array(capacity);
    this.from = new Uint32Array(capacity);
    this.slots = new Int32Array(capacity * 2).fill(-1);
  }

  /** Enters a way to a set; of several the cheapest stays, with the most that any of them proves. */
  enter(set: Uint32Array, cost: number, rest: number, from: number): void {
    const slot = this.slotOf(set, 0);
    const known = this.slots[slot]!;
    if (known >= 0) {
      if (rest > this.rests[known]!) this.rests[known] = rest;
      if (cost >= this.costs[known]!) return;
      this.costs[known] = cost;
      this.from[known] = from;
      return;
    }
    if (this.count === this.costs.length) {
      this.grow();
      this.enter(set, cost, rest, from);
      return;
    }
    const entry = this.count++;
    this.slots[slot] = entry;
    for (let w = 0; w < this.words; w++) this.sets[entry * this.words + w] = set[w]!;
    this.costs[entry] = cost;
    this.rests[entry] = rest;
    this.from[entry] = from;
  }

  private slotOf(sets: Uint32Array, at: number): number {
    const mask = this.slots.length - 1;
    let hash = 0;
    for (let w = 0; w < this.words; w++) hash = Math.imul(hash ^ sets[at + w]!, 0x9e3779b1);
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot]!;
      if (entry < 0 || this.holds(entry, sets, at)) return slot;
    }
  }

  private holds(entry: number, sets: Uint32Array, at: number): boolean {
    for (let w = 0; w < this.words; w++) if (this.sets[entry * this.words + w] !== sets[at + w]) return false;
    return true;
  }

  private grow(): void {
    const larger = new PrefixTable(this.words, this.costs.length * 2);
    larger.sets.set(this.sets);
    larger.costs.set(this.costs);
    larger.rests.set(this.rests);
    larger.from.set(this.from);
    for (let entry = 0; entry < this.count; entry++) larger.slots[larger.slotOf(this.sets, entry * this.words)] = entry;
    const { sets, costs, rests, from, slots } = larger;
    Object.assign(this, { sets, costs, rests, from, slots });
  }
}
