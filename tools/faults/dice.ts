import { createHash } from "node:crypto";

/** Random choices that are the same for the same seed. */
export class Dice {
  private count = 0;

  constructor(private readonly seed: string) {}

  /** From 0 to below 1. */
  next(): number {
    this.count += 1;
    return createHash("sha256").update(`${this.seed}/${this.count}`).digest().readUInt32BE() / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.whole(0, choices.length - 1)] ?? choices[0];
  }
}
