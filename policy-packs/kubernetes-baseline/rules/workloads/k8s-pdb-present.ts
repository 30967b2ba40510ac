import { namespaceOf } from "../../../core/namespace";
import { type Stack, stackRule } from "../../../core/rule";
import { type Labels, selects } from "../../../core/selector";
import { forEachKnown } from "../../../core/unknown";

const budgetType = "kubernetes:policy/v1:PodDisruptionBudget";
const workloadTypes = ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet"] as const;

/** Nodes can be drained, and replicas are not drained all at once. */
export const k8sPdbPresent = stackRule({
  name: "k8s-pdb-present",
  title: "A workload with several replicas has a PodDisruptionBudget, and that lets some of them go.",
  severity: "low",
  types: [...workloadTypes, budgetType],
  controls: {},
  remediationSteps: "Add a PodDisruptionBudget with the workload's labels as spec.selector and spec.maxUnavailable 1.",
  docs: {
    why: "Without a budget an upgrade of nodes takes all replicas at once; with one that allows nothing it never ends.",
    good: [
      {
        type: workloadTypes[0],
        name: "shop",
        props: {
          metadata: { namespace: "shop" },
          spec: {
            replicas: 3,
            selector: { matchLabels: { app: "shop" } },
            template: { metadata: { labels: { app: "shop" } } },
          },
        },
      },
      {
        type: budgetType,
        name: "shop-budget",
        props: {
          metadata: { namespace: "shop" },
          spec: { maxUnavailable: 1, selector: { matchLabels: { app: "shop" } } },
        },
      },
    ],
  },
  check(resource, report, stack) {
    if (resource.type === budgetType) {
      if (!allowsDisruption(resource, stack)) {
        report("the budget lets no pod go: set spec.maxUnavailable to 1, or spec.minAvailable to fewer than there are");
      }
    } else if (Number(resource.props.spec?.replicas ?? 1) > 1) {
      const covered = stack.ofType(budgetType).some((budget) => isFor(budget, resource));
      if (!covered)
        report("no PodDisruptionBudget selects the workload's pods: add one with its labels as spec.selector");
    }
  },
});

type Budget = ReturnType<typeof budgetsOf>[number];
type Workload = ReturnType<typeof workloadsOf>[number];
const budgetsOf = (stack: Stack) => stack.ofType(budgetType);
const workloadsOf = (stack: Stack) => workloadTypes.flatMap((type) => [...stack.ofType(type)]);

const isFor = (budget: Budget, workload: Workload): boolean =>
  namespaceOf(budget) === namespaceOf(workload) && selects(budget.props.spec?.selector, labelsOf(workload));

/** The labels of a workload's pods: those of the template, which its selector must match, or else the selector's. */
const labelsOf = ({ props: { spec } }: Workload): Labels =>
  spec?.template?.metadata?.labels ?? spec?.selector?.matchLabels ?? {};

function allowsDisruption(budget: Budget, stack: Stack): boolean {
  const { maxUnavailable, minAvailable } = budget.props.spec ?? {};
  if (maxUnavailable !== undefined && maxUnavailable !== null) return !["0", "0%"].includes(String(maxUnavailable));
  // One that says neither keeps one pod.
  if (minAvailable === undefined || minAvailable === null) return true;
  if (String(minAvailable).endsWith("%")) return Number.parseInt(String(minAvailable), 10) < 100;
  let allowed = true;
  forEachKnown(workloadsOf(stack), (workload) => {
    if (isFor(budget, workload) && Number(minAvailable) >= Number(workload.props.spec?.replicas ?? 1)) allowed = false;
  });
  return allowed;
}
