import { valueAt } from "../../collect/paths";
import type { State, Step } from "../../model/step";
import { isHidden, type Shown } from "../../model/values";
import type { Found, Judge } from "../judge";
import { propertyOf, startsAt } from "../reading";
import type { RiskId } from "../table";
import { contains, openingRisk, portWords, sourceWords } from "./reach";
import { type Opening, openingsOf } from "./rules";

/** How a type says what it lets through. */
interface Holder {
  /** Properties that a change of access shows in. */
  readonly paths: readonly string[];
  read(state: State): Openings;
  /** What it is a rule of, where it stands alone. */
  readonly of?: string;
}

interface Openings {
  readonly allowed: readonly Opening[];
  readonly denied: readonly Opening[];
  /** Paths that cannot be read yet. */
  readonly unknown: readonly string[];
}

/** Groups and ACLs with their rules inside. */
const inline: Holder = {
  paths: ["ingress", "egress"],
  read: (state) =>
    joined(["ingress", "egress"].map((path) => listed(propertyIn(state, path), path, path === "egress"))),
};

const alone = (egress: boolean | ((state: State) => boolean), of: string): Holder => ({
  of,
  paths: ["type", "egress", "ruleAction", "protocol", "ipProtocol", "fromPort", "toPort", "cidr", ...sourcePaths],
  read: (state) => listed([state.inputs as Shown], "rule", typeof egress === "boolean" ? egress : egress(state)),
});

const sourcePaths = [
  ...["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6", "cidrBlock", "ipv6CidrBlock", "prefixListIds"],
  ...["prefixListId", "securityGroups", "sourceSecurityGroupId", "referencedSecurityGroupId", "self"],
];

const prefixes: Holder = {
  paths: ["entries", "cidr"],
  read: ({ inputs }) => {
    const entries = Array.isArray(inputs.entries) ? inputs.entries : [inputs as Shown];
    return listed(entries.map(cidrOf), "entries", false);
  },
};

const cidrOf = (entry: Shown): Shown =>
  typeof entry === "object" && entry !== null && "cidr" in entry
    ? { cidrBlock: (entry as { cidr: Shown }).cidr }
    : entry;

const holders: Readonly<Record<string, Holder>> = {
  "aws:ec2/securityGroup:SecurityGroup": inline,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": inline,
  "aws:ec2/networkAcl:NetworkAcl": inline,
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": inline,
  "aws:ec2/securityGroupRule:SecurityGroupRule": alone(({ inputs }) => inputs.type === "egress", "securityGroupId"),
  "aws:ec2/networkAclRule:NetworkAclRule": alone(({ inputs }) => inputs.egress === true, "networkAclId"),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": alone(false, "securityGroupId"),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": alone(true, "securityGroupId"),
  "aws:ec2/managedPrefixList:ManagedPrefixList": prefixes,
  "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry": { ...prefixes, of: "prefixListId" },
};

export const openingTypes = Object.keys(holders);

const propertyIn = (state: State, path: string): Shown | undefined =>
  valueAt(state.inputs, path) ?? propertyOf(state, path);

const joined = (parts: readonly Openings[]): Openings => ({
  allowed: parts.flatMap(({ allowed }) => allowed),
  denied: parts.flatMap(({ denied }) => denied),
  unknown: parts.flatMap(({ unknown }) => unknown),
});

function listed(rules: Shown | undefined, path: string, egress: boolean): Openings {
  if (rules === undefined || rules === null) return { allowed: [], denied: [], unknown: [] };
  if (isHidden(rules) || !Array.isArray(rules)) return { allowed: [], denied: [], unknown: [path] };
  return joined(
    rules.map((rule: Shown) => {
      const openings = openingsOf(rule, egress);
      if (openings === undefined) return { allowed: [], denied: [], unknown: [path] };
      const { action, ruleAction } = rule as Readonly<Record<string, Shown>>;
      return String(action ?? ruleAction ?? "allow").toLowerCase() === "deny"
        ? { allowed: [], denied: openings, unknown: [] }
        : { allowed: openings, denied: [], unknown: [] };
    }),
  );
}

const nothing: Openings = { allowed: [], denied: [], unknown: [] };

/** What security groups, network ACLs and prefix lists newly let through, or no longer do. */
export const openings: Judge = (step) => {
  const holder = holders[step.type];
  if (holder === undefined || !concerns(step, holder)) return [];
  const before = step.old ? holder.read(step.old) : nothing;
  const after = step.op === "delete" || step.new === undefined ? nothing : holder.read(step.new);
  const subject = subjectOf(step, holder);
  const added = missing(after.allowed, before.allowed);
  const gone = missing(before.allowed, after.allowed);
  // A rule that stands alone is as a whole what it lets through.
  const paths = (all: readonly Opening[]) =>
    holder === inline ? [...new Set(all.map(({ egress }) => (egress ? "egress" : "ingress")))] : [];
  const lifted = step.op === "delete" && holder.of === undefined ? [] : missing(before.denied, after.denied);
  return [
    ...grouped(added, paths, openingRisk, (one) => openedWords(one, subject)),
    ...grouped(
      lifted,
      paths,
      () => "network-deny-removed",
      (one) => `${subject} no longer keeps out ${sourceWords(one.source)} on ${portWords(one)}`,
    ),
    ...grouped(
      gone,
      paths,
      () => "access-narrowed",
      (one) => closedWords(one, subject),
    ),
    ...after.unknown.slice(0, 1).map(
      (path): Found => ({
        id: "network-unknown",
        summary: `what ${subject} lets through is not judged: it is known only when it is made`,
        properties: [path],
      }),
    ),
  ];
};

const openedWords = (one: Opening, subject: string): string =>
  one.egress
    ? `${subject} newly reaches ${sourceWords(one.source)} on ${portWords(one)}`
    : `${sourceWords(one.source)} can newly reach ${subject} on ${portWords(one)}`;

const closedWords = (one: Opening, subject: string): string =>
  one.egress
    ? `${subject} no longer reaches ${sourceWords(one.source)} on ${portWords(one)}`
    : `${sourceWords(one.source)} can no longer reach ${subject} on ${portWords(one)}`;

const concerns = ({ op, diff }: Step, { paths }: Holder): boolean =>
  op !== "update" || diff.some(({ path }) => paths.some((one) => startsAt(path, one) || startsAt(one, path)));

function subjectOf({ name, new: next, old }: Step, { of }: Holder): string {
  const group = of && (next ?? old)?.inputs[of];
  return typeof group === "string" ? group : name;
}

const missing = (openings: readonly Opening[], known: readonly Opening[]): readonly Opening[] =>
  openings.filter((one) => !known.some((wider) => contains(wider, one)));

/** One risk for each row of the table, with all openings that fall under it. */
function grouped(
  openings: readonly Opening[],
  paths: (openings: readonly Opening[]) => readonly string[],
  risk: (one: Opening) => RiskId,
  words: (one: Opening) => string,
): Found[] {
  const rows = new Map<RiskId, string[]>();
  for (const one of openings) rows.set(risk(one), [...(rows.get(risk(one)) ?? []), words(one)]);
  return [...rows].map(([id, [first = "", ...others]]) => ({
    id,
    summary: others.length > 0 ? `${first}, and ${others.length} more` : first,
    details: others.length > 0 ? [first, ...others] : [],
    properties: [...paths(openings)],
  }));
}
