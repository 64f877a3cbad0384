/** How many things are remembered: what is asked of the present again and again, and of a few times gone by. */
const most = 32;

/** What was made once and is asked for again. The one not asked for the longest goes first. */
export class Memory {
  private readonly known = new Map<string, Promise<unknown>>();

  /** What was made under this key, or what `make` makes now. What fails is not remembered. */
  once<Made>(key: string, make: () => Promise<Made>): Promise<Made> {
    const found = this.known.get(key) ?? make();
    this.known.delete(key);
    this.known.set(key, found);
    found.catch(() => {
      if (this.known.get(key) === found) this.known.delete(key);
    });
    if (this.known.size > most) this.known.delete(this.known.keys().next().value!);
    return found as Promise<Made>;
  }
}
