/**
 * Gathers what is asked for at one stretch, by several fields and aliases, and makes all of it at once.
 *
 * @param make makes what was asked, each thing once, in its order
 */
export function allAtOnce<Asked, Made>(
  make: (asked: readonly Asked[]) => Promise<readonly Made[]>,
): (asked: Asked) => Promise<Made> {
  let gathering: Map<string, { asked: Asked; place: number }> | undefined;
  let made: Promise<readonly Made[]>;
  return async (asked) => {
    if (!gathering) {
      const now = new Map<string, { asked: Asked; place: number }>();
      gathering = now;
      // All fields of an answer are begun before the first of them goes on.
      made = Promise.resolve().then(() => {
        gathering = undefined;
        return make([...now.values()].map((one) => one.asked));
      });
    }
    const key = JSON.stringify(asked);
    const known = gathering.get(key) ?? { asked, place: gathering.size };
    gathering.set(key, known);
    return (await made)[known.place]!;
  };
}
