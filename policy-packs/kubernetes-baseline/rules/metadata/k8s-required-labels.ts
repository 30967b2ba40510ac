import { z } from "zod";
import { kubernetesTypeOf } from "../../../core/kubernetes-type";
import { anyTypeRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty } from "../../../core/unknown";

type Labels = Readonly<Record<string, unknown>>;

/** kubernetes.io/docs/concepts/overview/working-with-objects/common-labels. */
const recommended = ["component", "instance", "managed-by", "name", "part-of", "version"];

/** Kinds that have no labels of their own worth reading: reviews are answered, not kept. */
const unlabelled = /Review$|^Binding$|^Eviction$/;

const parameters = z.object({
  /** Which labels objects must have, and what their values must match. */
  labels: z
    .array(z.object({ key: z.string(), allowedRegex: z.string().optional() }))
    .default(recommended.map((name) => ({ key: `app.kubernetes.io/${name}` }))),
});

/** Objects say what they are part of. */
export const k8sRequiredLabels = anyTypeRule({
  name: "k8s-required-labels",
  title: "Objects have the recommended labels, with values that Kubernetes takes.",
  severity: "low",
  judges: (type) => {
    const { kind } = kubernetesTypeOf(type) ?? {};
    return kind !== undefined && !unlabelled.test(kind) && !/(List|Patch)$/.test(type);
  },
  controls: {},
  parameters,
  remediationSteps: "Set the labels that the message names in metadata.labels.",
  docs: {
    why: "By labels one finds whose an object is, which version runs, and what may be deleted with it.",
    good: [
      {
        type: "kubernetes:apps/v1:Deployment",
        name: "shop",
        props: {
          metadata: {
            labels: {
              "app.kubernetes.io/component": "web",
              "app.kubernetes.io/instance": "shop-eu",
              "app.kubernetes.io/managed-by": "pulumi",
              "app.kubernetes.io/name": "shop",
              "app.kubernetes.io/part-of": "store",
              "app.kubernetes.io/version": "1.4.2",
            },
          },
        },
      },
    ],
  },
  check({ props }, report, { labels: required }) {
    const labels = (props.metadata as { readonly labels?: Labels } | undefined)?.labels;
    forEachKnown(required, ({ key, allowedRegex }) => {
      if (!isNonEmpty(labels, key)) report(`the label ${key} is missing: set it in metadata.labels`);
      else if (allowedRegex !== undefined && !new RegExp(allowedRegex).test(String(labels?.[key]))) {
        report(`the label ${key} has a value that is not allowed: see the configuration of this rule`);
      }
    });
    forEachKnown(Object.keys(labels ?? {}), (key) => {
      if (!isLabelValue(String(labels?.[key]))) {
        report(`the label ${key} has a value that Kubernetes refuses: use at most 63 letters, digits, -, _ and .`);
      }
    });
  },
});

const isLabelValue = (value: string): boolean =>
  value.length <= 63 && /^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$/.test(value);
