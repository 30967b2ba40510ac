import { parse, YAMLParseError } from "yaml";
import { valueAt } from "../../collect/paths";
import type { State } from "../../model/step";
import type { Found, Judge } from "../judge";
import { firstOf } from "../words";

interface Mapped {
  readonly who: string;
  readonly groups: readonly string[];
}

/** The config map by which EKS gave access to its API before access entries (docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html). */
export const awsAuth: Judge = ({ type, name, old, new: next, op }) => {
  if (!/^kubernetes:core\/v1:ConfigMap(Patch)?$/.test(type) || op === "delete") return [];
  if (valueAt(next?.inputs, "metadata.name") !== "aws-auth") return [];
  const [before, after] = [mappedIn(old) ?? [], mappedIn(next)];
  if (after === undefined) {
    return [
      {
        id: "access-not-judged",
        summary: `whom ${name} lets into the cluster is not judged: it is no list that can be read`,
      },
    ];
  }
  const known = new Set(before.map((one) => JSON.stringify(one)));
  return after
    .filter((one) => !known.has(JSON.stringify(one)))
    .map(({ who, groups }): Found => {
      const id = groups.includes("system:masters") ? "cluster-admin" : "cluster-access";
      return {
        id,
        summary: `${who} is newly in ${firstOf(groups) || "no group"} of the cluster, by aws-auth`,
        properties: ["data"],
      };
    });
};

/** Who is mapped to which groups; undefined where that cannot be read. */
function mappedIn(state: State | undefined): readonly Mapped[] | undefined {
  const lists = ["mapRoles", "mapUsers"].map((key) => valueAt(state?.inputs, `data.${key}`) ?? "[]");
  const entries = lists.map((text) => (typeof text === "string" ? entriesOf(text) : undefined));
  return entries.some((one) => one === undefined) ? undefined : entries.flatMap((one) => one ?? []);
}

function entriesOf(text: string): readonly Mapped[] | undefined {
  const list = parsed(text) ?? [];
  if (!Array.isArray(list)) return undefined;
  return list.map((entry: Readonly<Record<string, unknown>> | null) => ({
    who: String(entry?.rolearn ?? entry?.userarn ?? "somebody"),
    groups: [entry?.groups ?? []].flat().map(String).sort(),
  }));
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof YAMLParseError) return "no YAML";
    throw error;
  }
}
