/** `1 resource`, `2 resources`. */
export const plural = (n: number, noun: string, many = `${noun}s`): string => `${n} ${n === 1 ? noun : many}`;

/** Milliseconds for a person: `0.8 s`, `42 s`, `3 min 5 s`. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Left-aligned first columns, right-aligned others. Widths count characters, so colour a cell only after. */
export function alignColumns(
  rows: string[][],
  paintRow: (row: string[], index: number) => string[] = (row) => row,
  leftColumns = 2,
): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row, index) => {
    const padded = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column < leftColumns ? cell.padEnd(width) : cell.padStart(width);
    });
    return paintRow(padded, index).join("  ").trimEnd();
  });
}
