import { listsFrom } from "../../../src/scoring";

/** Memphis, Nashville, Chattanooga, Knoxville: the Tennessee example of Wikipedia's articles on voting methods. */
export const tennessee = {
  lists: [
    [1, 2, 3, 4],
    [4, 1, 2, 3],
    [4, 3, 1, 2],
    [4, 3, 2, 1],
  ],
  weights: [42, 26, 15, 17],
};

/** Five candidates and 45 voters: the example of Wikipedia's article "Schulze method". */
export const schulzes = {
  ...listsFrom(
    ["ABCDE", "ACBED", "ADECB", "BEDAC", "CABED", "CAEBD", "CBADE", "DCEBA", "EBADC"].map((order) => [...order]),
  ),
  weights: [0, 5, 5, 8, 3, 7, 2, 7, 8],
};

/** The American League of 1987: `wins[i][j]` games that team i won against team j. A. Agresti, Categorical Data Analysis, table 10.10. */
export const league = {
  teams: ["Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore"],
  wins: [
    [0, 7, 9, 7, 7, 9, 11],
    [6, 0, 7, 5, 11, 9, 9],
    [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10],
    [6, 2, 6, 7, 0, 7, 12],
    [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
  ],
  /** Log worths above Baltimore's, as printed there. */
  printed: [1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0],
};
