import { z } from "zod";
import { parseDuration } from "../../../core/duration";
import { listAt, valueAt } from "../../../core/json";
import { untypedRule } from "../../../core/rule";
import { isNonEmpty } from "../../../core/unknown";

const versions = ["v1", "v1beta1"];

/** What was changed in the store arrives. */
export const k8sExternalSecretRefreshed = untypedRule({
  name: "k8s-external-secret-refreshed",
  title: "An external secret is read again from its store.",
  severity: "medium",
  types: ["ExternalSecret", "ClusterExternalSecret"].flatMap((kind) =>
    versions.map((version) => `kubernetes:external-secrets.io/${version}:${kind}`),
  ),
  parameters: z.object({
    maximumHours: z.number().positive().default(24).describe("After how many hours at most it is read again."),
  }),
  controls: {},
  remediationSteps: "Set refreshInterval to 1h, the default, and leave refreshPolicy out.",
  docs: {
    why: "After a rotation, or the change of a password that leaked, the application goes on with the old one until it is locked out.",
    good: [
      {
        type: "kubernetes:external-secrets.io/v1:ExternalSecret",
        name: "database",
        props: {
          spec: {
            refreshInterval: "1h",
            secretStoreRef: { kind: "ClusterSecretStore", name: "secrets-manager" },
            dataFrom: [{ extract: { key: "shop/database" } }],
          },
        },
      },
    ],
  },
  // external-secrets.io/latest/api/externalsecret: what the policies do, and that an interval of 0 reads once.
  check({ type, props }, report, { maximumHours }) {
    const path = type.endsWith(":ClusterExternalSecret") ? ["spec", "externalSecretSpec"] : ["spec"];
    const spec = valueAt(props, ...path) as Synchronized | undefined;
    const where = path.join(".");
    // What a generator makes must not be made anew.
    if (spec === undefined || isGenerated(spec)) return;
    const { refreshPolicy = "Periodic", refreshInterval = "1h" } = spec;
    const seconds = parseDuration(refreshInterval);
    if (refreshPolicy !== "Periodic") report(`the secret is read once: take refreshPolicy out of ${where}`);
    else if (seconds === 0) report(`the secret is read once: set ${where}.refreshInterval to 1h`);
    else if (seconds > maximumHours * 3600) {
      report(`the secret is read too rarely: set ${where}.refreshInterval to ${maximumHours}h or less`);
    }
  },
});

interface Synchronized {
  readonly refreshPolicy?: string;
  readonly refreshInterval?: string;
  readonly data?: readonly unknown[];
}

/** Whether nothing of the secret comes from a store. */
function isGenerated(spec: Synchronized): boolean {
  const sources = listAt(spec, "dataFrom");
  return (
    sources.length > 0 &&
    !isNonEmpty(spec, "data") &&
    sources.every((source) => valueAt(source, "sourceRef", "generatorRef") !== undefined)
  );
}
