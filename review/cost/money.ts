/** What is there on each side of a change. Amounts are summed in whole millionths, so that no order of summing matters. */
export interface Sides {
  before: number;
  after: number;
}

const millionth = 1_000_000;

/** A figure in whole millionths. */
export const exact = (value: number): number => Math.round(value * millionth);

/** The figure that whole millionths are. */
export const inUnits = ({ before, after }: Sides): Sides => ({ before: before / millionth, after: after / millionth });

/** Sums by name. */
export class Sums {
  private readonly sums = new Map<string, Sides>();

  add(name: string, side: keyof Sides, millionths: number): void {
    const sum = this.sums.get(name) ?? { before: 0, after: 0 };
    sum[side] += millionths;
    this.sums.set(name, sum);
  }

  /** The sums, the dearest first. */
  rows(): ({ name: string } & Sides)[] {
    return [...this.sums]
      .sort(([oneName, one], [otherName, other]) => other.after - one.after || compare(oneName, otherName))
      .map(([name, sum]) => ({ name, ...inUnits(sum) }));
  }
}

/** Order of texts that is the same everywhere. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
