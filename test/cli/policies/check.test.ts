import { expect, it } from "vitest";
import { checkState } from "../../../cli/policies/check";
import { checkSummary } from "../../../cli/policies/check-summary";
import { readState } from "../../../cli/policies/state";
import { judgeBy } from "../../../policy-packs/core/judge";
import { packs, rules } from "../../../policy-packs/rules";

const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:hunter2" };
const of = (type: string, name: string, more: object = {}) => ({
  urn: `urn:pulumi:shop-prod::shop::${type}::${name}`,
  type,
  custom: true,
  id: name,
  ...more,
});
const vpc = "aws:ec2/vpc:Vpc";
const keyType = "aws:kms/key:Key";
const key = { inputs: { enableKeyRotation: true }, outputs: { enableKeyRotation: true } };
const vpcs = [of(vpc, "vpc-1"), of(vpc, "vpc-2")];
// Made with another version of the provider, which records no dependencies: it refers by id.
const log = of("aws:ec2/flowLog:FlowLog", "log", {
  outputs: { vpcId: "vpc-1", trafficType: "ALL", logDestination: "arn:aws:s3:::logs" },
});

const exceptions = {
  today: "2026-11-25",
  entries: [
    {
      position: 1,
      exception: {
        rule: "kms-rotation",
        resource: "urn:pulumi:shop-*::shop::aws:kms/key:Key::imported",
        owner: "shop",
        reason: "imported",
        ticket: "SEC-7",
        since: "2026-11-01",
        expires: "2026-11-30",
      },
    },
  ],
};

function check(...resources: object[]) {
  const chosen = rules.filter(({ name }) => ["kms-rotation", "vpc-flow-logs", "sg-no-public-ssh-rdp"].includes(name));
  const state = readState(JSON.stringify({ version: 3, deployment: { resources } }));
  return checkState("shop.json", state, judgeBy({ rules: chosen, exceptions }), packs);
}

const group = "aws:ec2/securityGroup:SecurityGroup";
const ssh = { protocol: "tcp", fromPort: 22, toPort: 22 };

it("judges inputs, relations by ids, and leaves open what is secret", () => {
  const checked = check(
    ...vpcs,
    log,
    of(keyType, "good", key),
    of(keyType, "bad"),
    of(keyType, "imported"),
    of(keyType, "secret", { inputs: { enableKeyRotation: secret } }),
    of(group, "ssh", { inputs: { ingress: [{ ...ssh, cidrBlocks: ["0.0.0.0/0"], description: secret }] } }),
  );
  expect(checked).toMatchObject({
    source: "shop.json",
    stack: "shop-prod",
    resources: 8,
    outcomes: { passed: 2, failed: 3, excepted: 1, notEvaluated: 1 },
    notEvaluated: [{ rule: "kms-rotation", urn: `urn:pulumi:shop-prod::shop::${keyType}::secret` }],
  });
  const told = checked.policies.map(({ rule, level, urn }) => `${level} ${rule} ${urn.split("::").at(-1)}`);
  expect(told.sort()).toEqual([
    "advisory kms-rotation imported",
    "mandatory kms-rotation bad",
    "mandatory sg-no-public-ssh-rdp ssh",
    "mandatory vpc-flow-logs vpc-2",
  ]);
  expect(checked.policies.find(({ exception }) => exception)).toMatchObject({
    pack: "security-baseline",
    severity: "medium",
    exception: { owner: "shop", daysLeft: 5 },
    message: expect.stringContaining("(excepted until 2026-11-30, 5 days left, by shop: imported, SEC-7)"),
  });
  expect(JSON.stringify(checked)).not.toContain("hunter2");
});

it("is told as a preview is, with a table of what came of the rules", () => {
  const states = [check(of(keyType, "bad"), of(keyType, "good", key))];
  const totals = { resources: 2, passed: 1, failed: 1, excepted: 0, notEvaluated: 0, mandatory: 1, advisory: 0 };
  const standard = { presets: { "shop-prod": "regulated" }, introductions: [] };
  const text = checkSummary({ version: 1, standard, states, exceptions: [], totals }, { verbose: false });
  expect(text).toMatchInlineSnapshot(`
    "Policies (1 finding)
      mandatory kms-rotation medium
        shop-prod bad: the key does not rotate: set enableKeyRotation to true

    state      resources    passed  failed  excepted  not evaluated
    shop-prod  2 resources       1       1         ·              ·
               2 resources       1       1         ·              ·
    standard: regulated"
  `);
});
