import { currentTypeOf } from "../../../policy-packs/core/former-types";
import { escalations, grants, type PolicyRule } from "../../../policy-packs/core/rbac";
import { valueAt } from "../../collect/paths";
import type { State, Step } from "../../model/step";
import { isHidden, type Shown } from "../../model/values";
import type { Found, Judge } from "../judge";
import type { RiskId } from "../table";
import { firstOf } from "../words";

const rbac = "kubernetes:rbac.authorization.k8s.io/v1:";

/** What roles of Kubernetes newly allow, and who newly has one. */
export const kubernetesRoles: Judge = (step) => {
  const kind = kindIn(step.type);
  if (kind === undefined) return [];
  return kind.endsWith("Binding") ? binding(step) : role(step);
};

function kindIn(type: string): string | undefined {
  const current = currentTypeOf(type).replace(/(Patch)$/, "");
  return current.startsWith(rbac) ? current.slice(rbac.length).replace(/List$/, "") : undefined;
}

const parts = (state: State | undefined, path: string): readonly Shown[] | undefined => {
  const value = state && valueAt(state.inputs, path);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : undefined;
};

const textOf = (value: Shown): string => JSON.stringify(value);

function added(step: Step, path: string): readonly Shown[] | undefined {
  const after = step.op === "delete" ? [] : parts(step.new, path);
  const before = new Set((parts(step.old, path) ?? []).map(textOf));
  return after?.filter((item) => !before.has(textOf(item)));
}

function removed(step: Step, path: string): readonly Shown[] {
  const after = new Set((step.op === "delete" ? [] : (parts(step.new, path) ?? [])).map(textOf));
  return (parts(step.old, path) ?? []).filter((item) => !after.has(textOf(item)));
}

const unknown = (step: Step, path: string): Found => ({
  id: "access-unknown",
  summary: `what ${step.name} allows is not judged: ${path} is known only when it is made`,
  properties: [path],
});

function role(step: Step): Found[] {
  const rules = added(step, "rules");
  if (rules === undefined || rules.some(hides)) return [unknown(step, "rules")];
  const before = (parts(step.old, "rules") ?? []).filter((rule) => !hides(rule)) as readonly PolicyRule[];
  const given = (rules as readonly PolicyRule[]).filter((rule) => !before.some((wider) => includes(wider, rule)));
  const found = given.map((rule): Found => {
    const { id, can } = ruleRisk(rule);
    return { id, summary: `who has ${step.name} can newly ${can}`, properties: ["rules"] };
  });
  const gone = removed(step, "rules") as readonly PolicyRule[];
  const now = (step.op === "delete" ? [] : (parts(step.new, "rules") ?? [])) as readonly PolicyRule[];
  const lost = gone.filter((rule) => !now.some((wider) => includes(wider, rule)));
  if (lost.length === 0) return found;
  const words = lost.map((rule) => ruleWords(rule));
  return [
    ...found,
    { id: "access-narrowed", summary: `who has ${step.name} can no longer ${firstOf(words)}`, properties: ["rules"] },
  ];
}

/** Whether `wider` gives all that `rule` does. */
function includes(wider: PolicyRule, rule: PolicyRule): boolean {
  const all = (own: readonly string[] = [], other: readonly string[] = []) =>
    own.includes("*") || other.every((one) => own.includes(one));
  const named = wider.resourceNames ?? [];
  return (
    all(wider.apiGroups, rule.apiGroups) &&
    all(wider.resources, rule.resources) &&
    all(wider.verbs, rule.verbs) &&
    all(wider.nonResourceURLs, rule.nonResourceURLs) &&
    (named.length === 0 || ((rule.resourceNames ?? []).length > 0 && all(named, rule.resourceNames)))
  );
}

function ruleRisk(rule: PolicyRule): { readonly id: RiskId; readonly can: string } {
  const all = (values: readonly string[] | undefined) => values?.includes("*") ?? false;
  if (all(rule.verbs) && all(rule.resources) && all(rule.apiGroups))
    return { id: "cluster-admin", can: "do everything" };
  const escalation = escalations.find((one) => grants(rule, one));
  if (escalation) return { id: "cluster-escalation", can: escalation.power };
  const secrets = { group: "", resources: ["secrets"], verbs: ["get", "list", "watch"] };
  if (grants(rule, secrets)) return { id: "cluster-secrets", can: `read ${namesOf(rule) || "all secrets"}` };
  if (all(rule.verbs) || all(rule.resources)) return { id: "cluster-wildcard", can: ruleWords(rule) };
  return { id: "cluster-view", can: ruleWords(rule) };
}

const namesOf = ({ resourceNames = [] }: PolicyRule): string =>
  resourceNames.length === 0 ? "" : `the secrets ${firstOf(resourceNames)}`;

const ruleWords = ({ verbs = [], resources = [], nonResourceURLs = [], resourceNames = [] }: PolicyRule): string => {
  const does = verbs.includes("*") ? "do everything to" : firstOf(verbs);
  const what = [...resources, ...nonResourceURLs];
  const named = resourceNames.length === 0 ? "" : ` named ${firstOf(resourceNames)}`;
  return `${does} ${what.includes("*") ? "everything" : firstOf(what)}${named}`;
};

function binding(step: Step): Found[] {
  const subjects = added(step, "subjects");
  if (subjects === undefined || subjects.some(hides)) return [unknown(step, "subjects")];
  const before = roleOf(step.old);
  const after = step.op === "delete" ? before : roleOf(step.new);
  const who = before === after || step.op === "delete" ? subjects : (parts(step.new, "subjects") ?? []);
  const found = who.map((subject) => bound(step, subject, after));
  const gone = removed(step, "subjects");
  if (gone.length === 0) return found;
  return [
    ...found,
    {
      id: "access-narrowed",
      summary: `${firstOf(gone.map(subjectWords))} no longer has ${before}`,
      properties: ["subjects"],
    },
  ];
}

const roleOf = (state: State | undefined): string => {
  const name = state && valueAt(state.inputs, "roleRef.name");
  return typeof name === "string" ? name : "a role that is known only when it is made";
};

const everyone = ["system:anonymous", "system:unauthenticated", "system:authenticated"];

function bound(step: Step, subject: Shown, role: string): Found {
  const name = String((subject as { readonly name?: Shown }).name ?? "");
  const properties = ["subjects"];
  const clusterwide = kindIn(step.type) === "ClusterRoleBinding";
  const summary = `${subjectWords(subject)} newly has ${role}${clusterwide ? " in the whole cluster" : ""}`;
  if (everyone.includes(name))
    return { id: "cluster-anonymous", summary: `${summary}: that is everybody who reaches the API server`, properties };
  if (name === "system:masters" || (role === "cluster-admin" && clusterwide))
    return { id: "cluster-admin", summary, properties };
  if (role === "cluster-admin" || role === "admin" || role === "edit")
    return { id: "cluster-access", summary, properties };
  return { id: "cluster-view", summary, properties };
}

function subjectWords(subject: Shown): string {
  const { kind = "", name = "", namespace } = subject as Readonly<Record<string, string | undefined>>;
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

const hides = (value: Shown): boolean =>
  isHidden(value) ||
  (typeof value === "object" && value !== null && Object.values(value).some((item) => hides(item as Shown)));
