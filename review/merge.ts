import { compare, exact, inUnits, Sums } from "./cost/money";
import type { Cost, Gate, Review, Tags } from "./model/schema";
import { byDanger } from "./risk/order";

/** A review, and what it is called where something is wrong with it: its file. */
export interface NamedReview {
  readonly name: string;
  readonly review: Review;
}

/**
 * Why reviews cannot be parts of one: they are of other changes, or have the same stack. Empty where they can.
 */
export function mergeMistakes(reviews: readonly NamedReview[]): string[] {
  const [first] = reviews;
  if (first === undefined) return ["there is no review"];
  const aspects = [
    ["commit", ({ commit }: Review) => commit || "none"],
    ["base", ({ base }: Review) => base || "what the states record"],
    ["cloud", ({ sandbox }: Review) => (sandbox ? "simulated" : "real")],
  ] as const;
  const unlike = aspects.flatMap(([aspect, of]) =>
    reviews
      .filter(({ review }) => of(review) !== of(first.review))
      .map(
        ({ name, review }) =>
          `${name} has another ${aspect} than ${first.name}: ${of(review)}, not ${of(first.review)}`,
      ),
  );
  return [...unlike, ...twice(reviews)];
}

function twice(reviews: readonly NamedReview[]): string[] {
  const seen = new Map<string, string>();
  return reviews.flatMap(({ name, review }) =>
    review.stacks.flatMap(({ stack }) => {
      const other = seen.get(stack);
      seen.set(stack, other ?? name);
      return other === undefined
        ? []
        : [`${stack} is in ${other === name ? `${name} twice` : `${other} and in ${name}`}`];
    }),
  );
}

/** One review of parts that have no stack in common, e.g. of several jobs; of one it is that. */
export function mergeReviews(reviews: readonly [Review, ...Review[]]): Review {
  const [first] = reviews;
  if (reviews.length === 1) return first;
  const all = <K extends keyof Review>(key: K) => reviews.map((review) => review[key]);
  const times = all("time").sort(compare);
  return {
    version: 1,
    sandbox: first.sandbox,
    time: times.at(-1) ?? first.time,
    ...{ commit: first.commit, base: first.base },
    stacks: all("stacks").flat(),
    changes: byDanger(all("changes").flat()),
    findings: all("findings").flat(),
    fixed: all("fixed").flat(),
    notEvaluated: all("notEvaluated").flat(),
    remediations: all("remediations").flat(),
    exceptions: exceptionsOf(all("exceptions")),
    standard: standardOf(all("standard")),
    cost: costOf(all("cost")),
    tags: tagsOf(all("tags")),
    networks: all("networks").flat(),
    gates: gatesOf(all("gates").flat()),
  };
}

type Exceptions = Review["exceptions"];

/** All parts read the same file; each knows only whether a finding of its own stacks uses an exception. */
function exceptionsOf(parts: readonly Exceptions[]): Exceptions {
  return joined(parts.flat(), ({ position }) => String(position)).map((same) => {
    const find = (state: Exceptions[number]["state"]) => same.find((one) => one.state === state);
    const unused = same.length === parts.length && same.every(({ state }) => state === "unused");
    const [one] = same;
    return find("used") ?? find("refused") ?? (unused ? one : { ...one, state: "not seen" as const });
  });
}

function standardOf(parts: readonly Review["standard"][]): Review["standard"] {
  return {
    presets: Object.assign({}, ...parts.map(({ presets }) => presets)),
    introductions: joined(
      parts.flatMap(({ introductions }) => introductions),
      (introduction) => JSON.stringify(introduction),
    ).map(([one]) => one),
  };
}

function costOf(parts: readonly Cost[]): Cost {
  const total = { before: 0, after: 0 };
  for (const { before, after } of parts) {
    total.before += exact(before);
    total.after += exact(after);
  }
  const sources = joined(
    parts.flatMap((part) => part.sources),
    keyOf,
  ).map(([source]) => source);
  const positions = new Map(sources.map((source, position) => [keyOf(source), position]));
  const lines = parts.flatMap((part) =>
    part.lines.map((line) => ({ ...line, source: positions.get(keyOf(part.sources[line.source])) ?? 0 })),
  );
  const gaps = parts.flatMap((part) => part.gaps);
  const count = (kind: keyof Cost["resources"]) => parts.reduce((sum, { resources }) => sum + resources[kind], 0);
  return {
    ...inUnits(total),
    rows: {
      stack: rowsOf(parts, "stack"),
      service: rowsOf(parts, "service"),
      team: rowsOf(parts, "team"),
      component: rowsOf(parts, "component"),
    },
    lines: lines.sort((one, other) => Math.abs(other.after - other.before) - Math.abs(one.after - one.before)),
    sources,
    gaps: gaps.sort((one, other) => Number(other.changed) - Number(one.changed)),
    resources: { priced: count("priced"), free: count("free"), unpriced: count("unpriced"), unknown: count("unknown") },
    assumptions: joined(
      parts.flatMap((part) => part.assumptions),
      ({ environment, what }) => JSON.stringify([environment, what]),
    ).map(([one]) => one),
  };
}

const keyOf = (value: unknown): string => JSON.stringify(value) ?? "";

function rowsOf(parts: readonly Cost[], by: keyof Cost["rows"]): Cost["rows"]["stack"] {
  const sums = new Sums();
  for (const { name, before, after } of parts.flatMap(({ rows }) => rows[by])) {
    sums.add(name, "before", exact(before));
    sums.add(name, "after", exact(after));
  }
  return sums.rows();
}

function tagsOf(parts: readonly Tags[]): Tags {
  return {
    required: [...new Set(parts.flatMap(({ required }) => required))],
    stacks: parts.flatMap(({ stacks }) => stacks),
    missing: parts.flatMap(({ missing }) => missing),
  };
}

/** A gate of an environment that is in several parts passes where it does in each; what it allows of a sum nobody has judged. */
function gatesOf(gates: readonly Gate[]): Gate[] {
  return joined(gates, ({ gate, environment }) => JSON.stringify([gate, environment])).map((same) => {
    const [one] = same;
    if (same.length === 1) return one;
    const reasons = [...new Set(same.map(({ reason }) => reason))].join("; ");
    return {
      ...one,
      passed: same.every(({ passed }) => passed),
      reason: `judged in ${same.length} parts, each by itself: ${reasons}`,
    };
  });
}

/** Items of the same key together, in the order of the first of each. */
function joined<T>(items: readonly T[], key: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
