/** Mean years of school of 23 countries in the Technology Achievement Index (UNDP 2001), as in the OECD/JRC handbook. */
export const meanYearsOfSchool = [
  10, 12, 11.4, 9.5, 10.8, 9.4, 9.4, 11.6, 10.9, 7.1, 10.2, 11.9, 9.4, 9.3, 11.7, 8.4, 7.9, 9.6, 7.3, 7.2, 9.5, 9.1,
  7.1,
];
