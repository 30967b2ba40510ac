import { describe, expect, it } from "vitest";
import { dependentsOf, transitive } from "../../review/graph";
import type { Step } from "../../review/model/step";

const step = (urn: string, ...dependsOn: string[]) => ({ urn, dependsOn }) as unknown as Step;

describe("what depends on a resource", () => {
  const steps = [step("a"), step("b", "a"), step("c", "b", "a"), step("d", "c"), step("e", "f"), step("f", "e")];
  const direct = dependentsOf(steps);
  const behind = transitive(direct, new Map(steps.map((one) => [one.urn, one])));

  it("is what was made from it", () => {
    expect(direct.get("a")).toEqual(["b", "c"]);
    expect(direct.get("d")).toBeUndefined();
  });

  it("is all behind it, each once, the nearest first, even in a circle", () => {
    expect(behind("a").map(({ urn }) => urn)).toEqual(["b", "c", "d"]);
    expect(behind("e").map(({ urn }) => urn)).toEqual(["f"]);
  });
});
