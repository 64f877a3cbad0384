import type { Asked } from "./arguments";
import type { Score } from "./score";

const columns = [
  "period",
  "series",
  "sMAPE",
  "MASE",
  "OWA",
  "cov 80",
  "cov 95",
  "MSIS",
  "ms/series",
  "cpu ms",
] as const;

/**
 * The scores by period as a table, "-" where there is none. Series whose history never changed have no MASE and MSIS and
 * count in the others only.
 */
export function reportOf(scores: readonly Score[], { measure, method }: Asked): string {
  const periods = [...new Set(scores.map(({ period }) => period))];
  const rows = periods.map((period) =>
    rowOf(
      period,
      scores.filter((score) => score.period === period),
    ),
  );
  const lines = [columns, ...rows].map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(10))).join(""),
  );
  return `method ${method}, measure ${measure}\n${lines.join("\n")}\n`;
}

function rowOf(period: string, scores: readonly Score[]): string[] {
  const mean = (of: (score: Score) => number): number => {
    const values = scores.map(of).filter(Number.isFinite);
    return values.reduce((a, b) => a + b, 0) / values.length;
  };
  const [smape, mase] = [mean((s) => s.smape), mean((s) => s.mase)];
  const text = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : "-");
  const owa = (smape / mean((s) => s.naiveSmape) + mase / mean((s) => s.naiveMase)) / 2;
  const rest = [mean((s) => s.covered80), mean((s) => s.covered95)].map((share) => text(share, 3));
  const last = [mean((s) => s.msis), mean((s) => s.milliseconds), mean((s) => s.processor)].map((value) =>
    text(value, 2),
  );
  return [period, String(scores.length), text(smape, 2), text(mase, 3), text(owa, 3), ...rest, ...last];
}
