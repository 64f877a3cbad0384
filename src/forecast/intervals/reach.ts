/** How errors grow with the steps ahead: between a wandering level (1/2) and a wandering slope (3/2), near the former. */
const growth = 0.75;

/** How many times as far as one step ahead an error reaches at so many steps ahead. */
export const reach = (steps: number): number => steps ** growth;
