import { text } from "../../values";
import type { Made, Refusal, Request } from "../model";
import { at, eksAction, nodeGroupType, oneOf } from "./checks";
import { eksVersions, extendedVersions, minorOf, nodeSkew } from "./versions";

const rollback = "https://docs.aws.amazon.com/eks/latest/userguide/rollback-cluster.html";
const rollbackDays = 7;
const millisecondsADay = 86_400_000;

/** What EKS keeps of an update of the version. */
const versionUpdate = "aws:eks/update:Update";

/** Notes an update of the version, since only one that was updated can be rolled back. */
export function noteVersionUpdate({ scope, id, inputs, prior }: Made): void {
  const [from, to] = [text(prior?.outputs ?? {}, "version"), text(inputs, "version")];
  if (from === undefined || to === undefined || from === to) return;
  const type = versionUpdate;
  scope.put({ type, id, status: "Successful", owner: id, madeAt: scope.now, inputs: {}, outputs: { from, to } });
}

/** Whether the last change of the version can be taken back: within a week, and only one that went up. */
function canRollBack({ scope, prior }: Request, to: string): boolean {
  const last = prior && scope.find(versionUpdate, prior.id);
  if (last?.madeAt === undefined || last.outputs.from !== to) return false;
  const wentUp = minorOf(String(last.outputs.to)) > minorOf(to);
  return wentUp && scope.now - last.madeAt <= rollbackDays * millisecondsADay;
}

/** From which version an update goes to which; undefined where it leaves the version. */
function stepOf({ inputs, prior }: Request): { from: string; to: string; step: number } | undefined {
  const [from, to] = [text(prior?.outputs ?? {}, "version"), text(inputs, "version")];
  return from === undefined || to === undefined ? undefined : { from, to, step: minorOf(to) - minorOf(from) };
}

/** Which Kubernetes versions a cluster can have, and which it can go to. */
export const versionRefusals: readonly Refusal[] = [
  {
    code: "InvalidParameterException",
    source: eksAction("CreateCluster"),
    reads: ["version"],
    atPreview: true,
    when: ({ inputs, prior }) => {
      const version = text(inputs, "version");
      if (version === undefined || version === prior?.outputs.version || eksVersions.includes(version)) {
        return undefined;
      }
      return `unsupported Kubernetes version ${version}`;
    },
  },
  {
    code: "InvalidParameterException",
    source: eksAction("UpdateClusterVersion"),
    on: ["update"],
    reads: ["version"],
    atPreview: true,
    when: (request) => {
      const change = stepOf(request);
      if (change === undefined || change.step < 0 || change.step <= 1) return undefined;
      return `Unsupported Kubernetes minor version update from ${change.from} to ${change.to}`;
    },
  },
  {
    code: "InvalidParameterException",
    source: rollback,
    on: ["update"],
    reads: ["version"],
    atPreview: true,
    when: (request) => {
      const change = stepOf(request);
      if (change === undefined || change.step >= 0 || canRollBack(request, change.to)) return undefined;
      return `Unsupported Kubernetes minor version update from ${change.from} to ${change.to}: a cluster goes back to the version before its last update only, and only within ${rollbackDays} days`;
    },
  },
  {
    code: "InvalidRequestException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html",
    on: ["update"],
    when: (request) => {
      const change = stepOf(request);
      if (change === undefined || change.step <= 0) return undefined;
      const nodeGroups = request.scope.having(nodeGroupType, "clusterName", request.prior?.id ?? "");
      const old = nodeGroups.filter(({ outputs }) => minorOf(change.to) - minorOf(String(outputs.version)) > nodeSkew);
      const names = old.map(({ outputs }) => `${outputs.nodeGroupName} (${outputs.version})`);
      return names.length > 0
        ? `Kubernetes version ${change.to} is more than ${nodeSkew} minor versions newer than nodegroups ${names.join(", ")}`
        : undefined;
    },
  },
  oneOf("upgradePolicy.supportType", ["EXTENDED", "STANDARD"], { source: eksAction("CreateCluster") }),
  {
    code: "InvalidRequestException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/disable-extended-support.html",
    on: ["update"],
    reads: ["upgradePolicy", "version"],
    atPreview: true,
    when: ({ inputs, prior }) => {
      const version = text(prior?.outputs ?? {}, "version") ?? "";
      const had = at(prior?.outputs ?? {}, "upgradePolicy.supportType");
      const isLeft = at(inputs, "upgradePolicy.supportType") === "STANDARD" && had === "EXTENDED";
      return isLeft && extendedVersions.includes(version) && text(inputs, "version") === version
        ? `Cluster version ${version} is in extended support: the upgrade policy cannot be STANDARD`
        : undefined;
    },
  },
];
