import { describe, expect, it } from "vitest";
import { affectedStacks } from "../../../ci/affected/affected";
import { importsOf } from "../../../ci/affected/imports";
import { effectOf } from "../../../ci/affected/map";
import { select } from "../../../cli/selection";
import { projectRoot } from "../../support/command";

const imports = importsOf(projectRoot);
const stacksOf = (file: string) =>
  affectedStacks(select([]).stacks, [{ file, effect: effectOf(file, imports) }]).map(({ stack }) => stack);

const clusters = ["dev-cluster", "prod-cluster", "staging-cluster"];
const everything = select([]).stacks.map(({ name }) => name);

describe("the stacks that a file affects, by what the programs of this repository import", () => {
  it.each([
    ["stacks/environments/dev.yaml", ["dev-network", "dev-cluster"]],
    ["stacks/config/Pulumi.prod-cluster.yaml", ["prod-cluster"]],
    // The network program does not import it, and what reads from the cluster there is not.
    ["stacks/cluster.ts", clusters],
    ["components/cluster/control-plane.ts", clusters],
    ["components/encryption-key/key-policy.ts", clusters],
    // The clusters read from the networks.
    ["stacks/network.ts", everything],
    ["components/network/nat.ts", everything],
    ["components/core/names.ts", everything],
    ["stacks/environment-schema.ts", everything],
    ["components/cluster/plain-schema.ts", everything],
    ["stacks/index.ts", everything],
    ["policy-packs/core/judge.ts", everything],
    ["policy-packs/controls/soc2.json", everything],
    ["policy-packs/exceptions.yaml", everything],
    ["policy-packs/foundation/main.js", everything],
    ["cli/engine/stack-run.ts", everything],
    ["tools/engine/version.ts", everything],
    ["package-lock.json", everything],
    ["Pulumi.yaml", everything],
    ["bin/foundation.js", everything],
  ])("%s: %j", (file, stacks) => {
    expect(stacksOf(file)).toEqual(stacks);
  });

  it.each([
    "README.md",
    "docs/known-traps.md",
    "components/network/README.md",
    "components/network/forgotten.ts",
    "policy-packs/core/forgotten.ts",
    "stacks/environments/environment.schema.json",
    "test/integration/drift.test.ts",
    ".github/workflows/evidence.yml",
    "ci/affected/map.ts",
    "cli/commands/evidence.ts",
    "cli/evidence/schema.ts",
    "tools/bench/main.ts",
    "sandbox/main.ts",
    "review/compose.ts",
    "prices/README.md",
    "biome.json",
    "CODEOWNERS",
  ])("%s: none, and says why", (file) => {
    expect(effectOf(file, imports)).toMatchObject({ of: "nothing", why: expect.stringMatching(/\w/) });
    expect(stacksOf(file)).toEqual([]);
  });

  it.each(["Makefile", "components/network/zones.csv", "stacks/zones.json", "new-folder/thing.ts", "odd\nname"])(
    "%j: everything, since no rule knows what reads it",
    (file) => {
      expect(effectOf(file, imports)).toMatchObject({ of: "everything", why: "is of a kind that no rule knows" });
      expect(stacksOf(file)).toEqual(everything);
    },
  );

  it("knows of every file of the repository that the programs run", () => {
    const all = [
      ...imports.everyLayer,
      ...imports.policies,
      ...[...imports.layers.values()].flatMap((files) => [...files]),
    ];
    expect(all.length).toBeGreaterThan(400);
    for (const file of all) expect([file, effectOf(file, imports).of]).not.toEqual([file, "nothing"]);
  });

  it("says of a stack below that it reads from the one above", () => {
    const [network, cluster] = affectedStacks(select([]).stacks, [
      { file: "a.yaml", effect: { of: "stack", stack: "dev-network", why: "is its file" } },
    ]);
    expect(network).toMatchObject({ stack: "dev-network", reasons: [{ file: "a.yaml", why: "is its file" }] });
    expect(cluster).toMatchObject({ stack: "dev-cluster", reasons: [{ file: "", why: "reads from dev-network" }] });
  });
});
