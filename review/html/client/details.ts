import type { PageDetails } from "../data";
import type { RowDetails } from "../view/detail";
import { held } from "./elements";

/** What is told of a change that is opened; read when the first one is. */
export class Details {
  private read: PageDetails | undefined;

  of(index: number, urn: string): RowDetails {
    this.read ??= held<PageDetails>("page-details");
    const { diffs, findings, costs } = this.read;
    return {
      diff: diffs[index] ?? [],
      findings: Object.hasOwn(findings, urn) ? (findings[urn] ?? []) : [],
      costs: Object.hasOwn(costs, urn) ? (costs[urn] ?? []) : [],
    };
  }
}
