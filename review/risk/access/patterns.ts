/**
 * Whether `pattern` of IAM, with * and ?, stands for everything that `other` stands for, itself a pattern or a text. It may say
 * no where only a deeper look would say yes, never the other way. Its time grows with the product of both lengths at most.
 */
export function covers(pattern: string, other: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0];
  while (from < other.length) {
    const wanted = pattern[at];
    if (wanted === "*") {
      star = at++;
      mark = from;
    } else if (wanted !== undefined && (wanted === other[from] || (wanted === "?" && other[from] !== "*"))) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++mark;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}

/** Whether there is a text for which both patterns stand. */
export function meets(one: string, other: string): boolean {
  // Row by row from the end: whether the rests of both patterns meet.
  let below = restRow(other);
  for (let at = one.length - 1; at >= 0; at--) {
    const row: boolean[] = new Array(other.length + 1);
    row[other.length] = one[at] === "*" && below[other.length] === true;
    for (let from = other.length - 1; from >= 0; from--) {
      const [left, right] = [one[at], other[from]];
      if (left === "*" || right === "*") row[from] = below[from] === true || row[from + 1] === true;
      else row[from] = (left === right || left === "?" || right === "?") && below[from + 1] === true;
    }
    below = row;
  }
  return below[0] === true;
}

/** Whether each rest of `pattern` stands for nothing as well. */
function restRow(pattern: string): boolean[] {
  const row: boolean[] = new Array(pattern.length + 1);
  row[pattern.length] = true;
  for (let from = pattern.length - 1; from >= 0; from--) row[from] = pattern[from] === "*" && row[from + 1] === true;
  return row;
}
