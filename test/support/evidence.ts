import { evidenceOf } from "../../cli/evidence/evidence";
import type { Evidence, Provenance } from "../../cli/evidence/schema";
import type { StackResult } from "../../cli/report/result";
import type { Outcome } from "../../policy-packs/core/outcome";
import type { Settings } from "../../policy-packs/core/settings";
import { ownSettings } from "../../policy-packs/core/settings";
import { packs } from "../../policy-packs/rules";
import { stackResult } from "./stack-result";

const hash = "0123456789abcdef".repeat(4);

export const provenance: Provenance = {
  time: "2026-11-25T01:02:03.000Z",
  day: "2026-11-25",
  project: { name: "platform-foundation", version: "0.1.0" },
  commit: { id: "0123456789abcdef0123456789abcdef01234567", dirty: false },
  engine: { version: "3.250.0", source: "built" },
  sandbox: true,
  pack: { name: "foundation", version: "0.1.0", sha256: hash },
  packs: [{ name: "security-baseline", version: "0.1.0", rules: 70, sha256: hash }],
  files: [
    { file: "policy-packs/exceptions.yaml", sha256: hash },
    { file: "policy-packs/standard.yaml", sha256: null },
  ],
};

export const urnOf = (name: string, type = "aws:ec2/vpc:Vpc", stack = "dev-network") =>
  `urn:pulumi:${stack}::foundation::${type}::${name}`;

export const exception = {
  owner: "platform-network",
  reason: "recorded by the firewall",
  ticket: "NET-123",
  expires: "2027-01-31",
  daysLeft: 67,
};

/** An outcome that passed, but for what a test says. */
export const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  rule: "vpc-flow-logs",
  urn: urnOf("main"),
  type: "aws:ec2/vpc:Vpc",
  result: "passed",
  level: "mandatory",
  findings: [],
  ...given,
});

export const failed = (given: Partial<Outcome> = {}, message = "the VPC has no flow log"): Outcome =>
  outcome({ result: "failed", findings: [{ message }], ...given });

export const excepted = (given: Partial<Outcome> = {}): Outcome =>
  outcome({ result: "excepted", findings: [{ message: "the VPC has no flow log", exception }], ...given });

interface Given {
  outcomes?: readonly Outcome[];
  stacks?: readonly StackResult[];
  settings?: Settings;
  provenance?: Provenance;
}

/** Evidence about the stacks dev-network and dev-cluster, by all rules. */
export function evidence({
  outcomes = [],
  stacks,
  settings = ownSettings,
  provenance: from = provenance,
}: Given = {}): Evidence {
  return evidenceOf({
    provenance: from,
    stacks: stacks ?? [stackResult({ stack: "dev-network" }), stackResult({ stack: "dev-cluster" })],
    outcomes,
    packs,
    settings,
  });
}

/** One of each kind, with names, messages and reasons that would break a careless writer. */
export const hostile = "a|b`c`<script>alert(1)</script>[x](https://example.com)\n| d |\r\n# e *f* _g_ \u202egpj.exe";
export const everything: readonly Outcome[] = [
  outcome(),
  failed({ urn: urnOf(hostile) }, hostile),
  failed({ urn: urnOf("late"), findings: [{ message: "no flow log", refused: "exception 1 expired on 2026-11-01" }] }),
  excepted({ urn: urnOf("accepted") }),
  excepted({
    urn: urnOf("accepted by the hostile"),
    findings: [{ message: hostile, exception: { ...exception, owner: hostile, reason: hostile, ticket: hostile } }],
  }),
  outcome({ urn: urnOf("unknown"), result: "not-evaluated", notEvaluated: "cidrBlock is unknown" }),
  failed({ urn: urnOf("bug"), crashed: true }, "rule vpc-flow-logs failed: TypeError; this is a bug in the pack"),
  failed(
    {
      rule: "eks-endpoint-private",
      urn: urnOf("main", "aws:eks/cluster:Cluster", "dev-cluster"),
      type: "aws:eks/cluster:Cluster",
      level: "advisory",
      introduction: { mandatoryFrom: "2027-02-01", daysLeft: 68 },
    },
    "the endpoint is public",
  ),
];
