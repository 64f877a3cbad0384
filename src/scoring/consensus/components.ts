/**
 * Splits candidates into groups that can be ordered one after another: within a group everybody beats everybody else
 * directly or through a chain; between groups no majority goes back.
 *
 * @param n candidates
 * @param beats whether i is ranked above j by more weight than the other way round
 * @returns the groups; an earlier one is never beaten by a later one, and where the majorities leave the order open the
 *   group of the higher mean `standing` comes first
 * @see R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1, 1972
 */
export function components(
  n: number,
  beats: (i: number, j: number) => boolean,
  standing: ArrayLike<number>,
): number[][] {
  const groups = stronglyConnected(n, beats);
  const groupOf = new Uint32Array(n);
  groups.forEach((group, g) => {
    for (const i of group) groupOf[i] = g;
  });
  const beaten = groups.map(() => new Set<number>());
  const beatenBy = new Uint32Array(groups.length);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [g, h] = [groupOf[i]!, groupOf[j]!];
      if (g === h || !beats(i, j) || beaten[g]!.has(h)) continue;
      beaten[g]!.add(h);
      beatenBy[h]!++;
    }
  }
  const mean = groups.map((group) => group.reduce((sum, i) => sum + standing[i]!, 0) / group.length);
  return unwound(groups, beaten, beatenBy, mean);
}

function unwound(groups: number[][], beaten: Set<number>[], beatenBy: Uint32Array, mean: number[]): number[][] {
  const result: number[][] = [];
  const free = groups.flatMap((_, g) => (beatenBy[g] === 0 ? [g] : []));
  while (free.length > 0) {
    let best = 0;
    for (let k = 1; k < free.length; k++) if (mean[free[k]!]! > mean[free[best]!]!) best = k;
    const [g] = free.splice(best, 1);
    result.push(groups[g!]!);
    for (const h of beaten[g!]!) if (--beatenBy[h]! === 0) free.push(h);
  }
  return result;
}

function stronglyConnected(n: number, beats: (i: number, j: number) => boolean): number[][] {
  const [index, low] = [new Int32Array(n).fill(-1), new Int32Array(n)];
  const [onStack, stack, groups] = [new Uint8Array(n), [] as number[], [] as number[][]];
  let visited = 0;
  const enter = (i: number) => {
    index[i] = low[i] = visited++;
    onStack[i] = 1;
    stack.push(i);
    return { i, next: 0 };
  };
  for (let root = 0; root < n; root++) {
    if (index[root]! >= 0) continue;
    // Its own stack of calls: a chain of a thousand cities must not overflow the machine's.
    const calls = [enter(root)];
    while (calls.length > 0) {
      const call = calls[calls.length - 1]!;
      const { i } = call;
      if (call.next < n) {
        const j = call.next++;
        if (j === i || !beats(i, j)) continue;
        if (index[j]! < 0) calls.push(enter(j));
        else if (onStack[j]) low[i] = Math.min(low[i]!, index[j]!);
        continue;
      }
      calls.pop();
      const caller = calls[calls.length - 1];
      if (caller) low[caller.i] = Math.min(low[caller.i]!, low[i]!);
      if (low[i] === index[i]) groups.push(popTo(i, stack, onStack));
    }
  }
  return groups;
}

function popTo(i: number, stack: number[], onStack: Uint8Array): number[] {
  const group: number[] = [];
  for (let j = -1; j !== i; ) {
    j = stack.pop()!;
    onStack[j] = 0;
    group.push(j);
  }
  return group.sort((x, y) => x - y);
}
