import { setImmediate as others } from "node:timers/promises";

/** How long may be reckoned at a stretch, in milliseconds; then others have their turn. */
const stretch = 10;

/** Makes one thing after another, and lets others have their turn in between. */
export function inTurn(): <Made>(make: () => Made) => Promise<Made> {
  let last: Promise<unknown> = Promise.resolve();
  let since = performance.now();
  return (make) => {
    const next = last.then(async () => {
      if (performance.now() - since > stretch) {
        await others();
        since = performance.now();
      }
      return make();
    });
    last = next.catch(() => undefined);
    return next;
  };
}
