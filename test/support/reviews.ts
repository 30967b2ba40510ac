import type { Change, Finding, PropertyChange, Review, Risk } from "../../review/model/schema";

/** A change with only what a test says. */
export function change(given: Partial<Change> = {}): Change {
  const { stack = "dev-network", type = "aws:ec2/vpc:Vpc", name = "network" } = given;
  return {
    ...{ urn: `urn:pulumi:${stack}::foundation::${type}::${name}`, stack, type, name },
    ...{ component: [], op: "update", replaceKeys: [], deleteFirst: false, protect: false, retainOnDelete: false },
    ...{ diff: [], risks: [], predicted: false, pending: false, dependsOn: [], dependents: [], owner: "" },
    ...given,
  };
}

/** A review with only what a test says; its counts are those of its changes. */
export function review(given: Partial<Review> = {}): Review {
  const { changes = [] } = given;
  const byStack = new Map<string, Change[]>([["dev-network", []]]);
  for (const one of changes) byStack.set(one.stack, byStack.get(one.stack) ?? []);
  for (const one of changes) byStack.get(one.stack)?.push(one);
  const names = [...byStack.keys()];
  return {
    ...{ version: 1, sandbox: true, time: "2026-11-25T12:00:00.000Z", commit: "", base: "" },
    stacks: [...byStack].map(([stack, own]) => stackReview(stack, own)),
    changes,
    ...{ findings: [], fixed: [], notEvaluated: [], remediations: [], exceptions: [] },
    standard: { presets: Object.fromEntries(names.map((name) => [name, "standard"])), introductions: [] },
    cost: {
      ...{ before: 0, after: 0, lines: [], sources: [], gaps: [], assumptions: [] },
      rows: { stack: [], service: [], team: [], component: [] },
      resources: { priced: 0, free: 0, unpriced: 0, unknown: 0 },
    },
    tags: { required: [], stacks: [], missing: [] },
    ...{ networks: [], gates: [] },
    ...given,
  };
}

function stackReview(stack: string, changes: readonly Change[]): Review["stacks"][number] {
  const [environment = "", layer = ""] = stack.split("-");
  const count = (wanted: Change["op"]) => changes.filter(({ op }) => op === wanted).length;
  return {
    ...{ stack, environment, layer, result: "succeeded", durationMs: 1200, dependsOn: [], predictedFrom: [] },
    changes: {
      ...{ create: count("create"), update: count("update"), replace: count("replace"), delete: count("delete") },
      same: 10,
    },
    ...{ fingerprint: "0".repeat(64), diagnostics: [] },
  };
}

const kinds = [
  ["aws:ec2/subnet:Subnet", "cidrBlock", "10.10.0.0/20", "10.10.16.0/20"],
  ["aws:iam/role:Role", "description", "Deploys", "Deploys services"],
  ["aws:s3/bucket:Bucket", "forceDestroy", false, true],
  ["aws:rds/instance:Instance", "instanceClass", "db.t4g.small", "db.m5.large"],
  ["aws:eks/cluster:Cluster", "version", "1.35", "1.36"],
  ["kubernetes:apps/v1:Deployment", "spec.replicas", 2, 3],
  ["aws:ec2/securityGroup:SecurityGroup", "ingress[0].cidrBlocks[0]", "10.0.0.0/8", "0.0.0.0/0"],
] as const;
const operations = ["update", "create", "replace", "delete"] as const;
const stacks = ["dev-network", "dev-cluster", "staging-network", "prod-network", "prod-cluster"] as const;
const of = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/** A review of so many changes of many kinds, the same every time. Its changes are in the order of danger. */
export function largeReview(size: number): Review {
  const made = Array.from({ length: size }, (_, index) => largeChange(index));
  const dangerous = made.filter(({ risks }) => risks.length > 0);
  const changes = [...dangerous, ...made.filter(({ risks }) => risks.length === 0)];
  const findings = changes.filter((_, index) => index % 11 === 0).map(findingOf);
  return review({ changes, findings });
}

function largeChange(index: number): Change {
  const [type, path, before, after] = of(kinds, index);
  const op = of(operations, Math.floor(index / kinds.length));
  const stack = of(stacks, index);
  const name = `${type.split(":").at(-1)?.toLowerCase()}-${index}`;
  const diff: PropertyChange[] = [
    { path, kind: "update", replaces: op === "replace", before, after },
    { path: "tags.owner", kind: "update", replaces: false, before: "platform-team", after: `team-${index % 9}` },
  ];
  const whole = op === "create" ? "after" : "before";
  return change({
    ...{ stack, type, name, op },
    component: [{ type: "foundation:index:Service", name: `service-${index % 40}` }],
    replaceKeys: op === "replace" ? [path] : [],
    diff:
      op === "create" || op === "delete"
        ? [{ path, kind: op === "create" ? "add" : "delete", replaces: false, [whole]: before }]
        : diff,
    risks: op === "replace" || op === "delete" ? risksOf(type, name, path) : [],
    dependsOn: index > 0 ? [`urn:pulumi:${stack}::foundation::${type}::${name}-source`] : [],
    owner: `team-${index % 9}`,
  });
}

function risksOf(type: string, name: string, path: string): Risk[] {
  if (!type.includes("rds") && !type.includes("s3")) return [];
  return [
    {
      ...{ id: "stateful-replaced", section: "data", level: "critical" },
      summary: `${name} is replaced and its data is lost`,
      details: [`${path} forces it`, "it is not protected"],
      properties: [path],
    },
  ];
}

function findingOf({ stack, urn }: Change, index: number): Finding {
  return {
    ...{
      pack: "reliability",
      rule: "rds-multi-az",
      level: index % 3 === 0 ? "mandatory" : "advisory",
      severity: "medium",
    },
    ...{
      urn,
      stack,
      message: "set multiAz, or it is down while its zone is",
      state: index % 2 === 0 ? "new" : "existing",
    },
  };
}
