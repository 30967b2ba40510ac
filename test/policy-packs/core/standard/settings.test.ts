import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { levelOf, parametersOf, type Rule } from "../../../../policy-packs/core/rule";
import { introductionRemark } from "../../../../policy-packs/core/settings";
import { checkStandard } from "../../../../policy-packs/core/standard/file";
import { byPreset, presetNames, presets } from "../../../../policy-packs/core/standard/presets";
import type { StandardFile } from "../../../../policy-packs/core/standard/schema";
import { settingsOf } from "../../../../policy-packs/core/standard/settings";
import { packs, rules } from "../../../../policy-packs/rules";

const today = "2026-11-25";

function named(name: string): Rule {
  const found = rules.find((rule) => rule.name === name);
  if (found === undefined) throw new Error(`no rule ${name}`);
  return found;
}

/** How a rule is in force for a stack, by a file that was read as the packs read theirs. */
function inForce(file: StandardFile, rule: string, stack = "prod-network", day = today) {
  return settingsOf(checkStandard(stringify(file), packs), packs, day)(named(rule), stack);
}

describe("the standard", () => {
  it("is every rule's own level and parameters where the file is empty", () => {
    const settings = settingsOf(checkStandard("", packs), packs, today);
    for (const rule of rules) expect(settings(rule, "any")).toEqual({ level: levelOf(rule), configuration: {} });
  });

  it("is that of the environment whose stacks it names, by default those that begin with its name", () => {
    const file: StandardFile = {
      preset: "starter",
      environments: { prod: { preset: "regulated" }, live: { stacks: ["*-production"], preset: "standard" } },
    };
    const of = (stack: string) => inForce(file, "log-group-retention", stack);
    expect(of("prod-network")).toEqual({ level: "mandatory", configuration: { min: 365 } });
    expect(of("shop-production")).toEqual({ level: "mandatory", configuration: {} });
    expect(of("dev-network")).toEqual({ level: "advisory", configuration: {} });
    expect(of("product-network").level).toBe("advisory");
  });

  it("is that of the pattern that says most of the stack's name, in whichever order they stand", () => {
    const prod = { preset: "regulated" } as const;
    const eu = { preset: "starter" } as const;
    for (const environments of [
      { prod, "prod-eu": eu },
      { "prod-eu": eu, prod },
    ]) {
      expect(inForce({ environments }, "log-group-retention", "prod-eu-network").level).toBe("advisory");
      expect(inForce({ environments }, "log-group-retention", "prod-network").level).toBe("mandatory");
    }
  });

  it("takes what an environment says of a rule before what all say, and that before the preset, parameter by parameter", () => {
    const file: StandardFile = {
      preset: "regulated",
      rules: { "log-group-retention": { level: "advisory", parameters: { min: 90, max: 400 } } },
      environments: { prod: { rules: { "log-group-retention": { level: "remediate", parameters: { max: 500 } } } } },
    };
    expect(inForce(file, "log-group-retention")).toEqual({ level: "remediate", configuration: { min: 90, max: 500 } });
    const elsewhere = inForce(file, "log-group-retention", "dev-network");
    expect(elsewhere).toEqual({ level: "advisory", configuration: { min: 90, max: 400 } });
    expect(inForce({ preset: "regulated" }, "log-group-retention").configuration).toEqual({ min: 365 });
  });
});

describe("an introduction", () => {
  const file: StandardFile = {
    introductions: [
      { packs: ["kubernetes-baseline"], mandatoryFrom: "2027-02-01" },
      { rules: ["kms-rotation"], mandatoryFrom: "2026-12-01" },
      { rules: ["k8s-no-privileged"], mandatoryFrom: "2027-03-01" },
    ],
    environments: { prod: {}, dev: {} },
  };

  it.each([
    ["of a pack", "k8s-no-host-path", "2027-02-01", 68],
    ["of a rule", "kms-rotation", "2026-12-01", 6],
    ["that ends last of two", "k8s-no-privileged", "2027-03-01", 96],
  ])("%s holds a rule at advisory and says from when", (_what, rule, mandatoryFrom, daysLeft) => {
    expect(inForce(file, rule)).toMatchObject({ level: "advisory", introduction: { mandatoryFrom, daysLeft } });
  });

  it("ends with the day before", () => {
    expect(inForce(file, "kms-rotation", undefined, "2026-11-30")).toMatchObject({ introduction: { daysLeft: 1 } });
    expect(inForce(file, "kms-rotation", undefined, "2026-12-01")).toEqual({ level: "mandatory", configuration: {} });
  });

  it("holds back mending, too, and makes nothing stricter", () => {
    const mending: StandardFile = { ...file, rules: { "kms-rotation": { level: "disabled" } } };
    expect(inForce(mending, "kms-rotation")).toEqual({ level: "disabled", configuration: {} });
    expect(inForce(file, "k8s-topology-spread")).toEqual({ level: "advisory", configuration: {} });
    const remediate: StandardFile = { ...file, rules: { "k8s-run-as-non-root": { level: "remediate" } } };
    expect(inForce(remediate, "k8s-run-as-non-root").level).toBe("advisory");
  });

  it("can be of some environments only", () => {
    const prodOnly = [{ rules: ["kms-rotation"], environments: ["prod"], mandatoryFrom: "2027-01-01" }];
    expect(inForce({ ...file, introductions: prodOnly }, "kms-rotation").level).toBe("advisory");
    expect(inForce({ ...file, introductions: prodOnly }, "kms-rotation", "dev-network").level).toBe("mandatory");
  });

  it("is said with a finding", () => {
    expect(introductionRemark({ mandatoryFrom: "2027-02-01", daysLeft: 68 })).toBe(
      " (mandatory from 2027-02-01, 68 days)",
    );
    expect(introductionRemark({ mandatoryFrom: "2027-02-01", daysLeft: 1 })).toBe(
      " (mandatory from 2027-02-01, 1 day)",
    );
  });
});

describe("the presets", () => {
  const levels = (preset: keyof typeof presets, name: string) => inForce({ preset }, name).level;

  it.each([
    // critical, of security
    ["sg-no-public-ssh-rdp", "mandatory", "mandatory", "mandatory"],
    // medium, supports SOC 2
    ["vpc-flow-logs", "advisory", "mandatory", "mandatory"],
    // high, of reliability
    ["db-final-snapshot", "advisory", "mandatory", "mandatory"],
    // low, supports PCI DSS
    ["s3-access-logging", "advisory", "advisory", "mandatory"],
    // low, supports nothing
    ["k8s-topology-spread", "advisory", "advisory", "advisory"],
    // advises by its own decision
    ["stateful-protected", "advisory", "advisory", "advisory"],
  ])("set %s to %s, %s, %s", (rule, starter, standard, regulated) => {
    expect([levels("starter", rule), levels("standard", rule), levels("regulated", rule)]).toEqual([
      starter,
      standard,
      regulated,
    ]);
  });

  it("give parameters that the rules take, and only where they differ from the rules' own", () => {
    const given = rules.flatMap((rule) => presetNames.map((name) => ({ rule, asked: presets[name].parameters(rule) })));
    const asked = given.filter((one) => one.asked !== undefined);
    expect(asked.map(({ rule }) => rule.name)).toEqual(
      expect.arrayContaining([
        "db-backup-retention",
        "k8s-namespace-pss-label",
        "log-group-retention",
        "ssm-secure-string",
      ]),
    );
    for (const { rule, asked: { values } = { values: {} } } of asked) {
      expect(parametersOf(rule, values)).not.toEqual(parametersOf(rule));
    }
  });

  it("are ordered: none is milder than the one before, for any rule", () => {
    const rank = { disabled: 0, advisory: 1, remediate: 2, mandatory: 2 };
    for (const [pack, own] of Object.entries(packs)) {
      for (const rule of own) {
        const [starter, standard, regulated] = presetNames.map((name) => rank[byPreset(name, rule, pack).level]);
        expect(starter).toBeLessThanOrEqual(standard ?? 0);
        expect(standard).toBeLessThanOrEqual(regulated ?? 0);
      }
    }
  });
});
