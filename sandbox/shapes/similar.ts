/** How many letters may differ: as many as in the suggestions of the real bridge (pkg/tfbridge/check_failures.go). */
const farthest = 2;

/** The name that was probably meant; undefined where none is near. Capitals and underscores count for nothing. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const bare = (text: string) => text.replace(/[_-]/g, "").toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, distance: distance(bare(name), bare(candidate)) }))
    .filter((found) => found.distance <= farthest && found.distance < name.length / 2)
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate));
  return best?.candidate;
}

/** Levenshtein's: how many letters must be put in, left out or changed. */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...to].entries()) {
      const [above = 0, aboveNext = 0, before = 0] = [row[column], row[column + 1], next[column]];
      next.push(Math.min(above + (letter === other ? 0 : 1), aboveNext + 1, before + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
