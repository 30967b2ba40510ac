/** Labels of the kubernetes.io and k8s.io namespaces that kubelet takes, apart from the two prefixes below. */
const wellKnown = [
  "beta.kubernetes.io/arch",
  "beta.kubernetes.io/instance-type",
  "beta.kubernetes.io/os",
  "failure-domain.beta.kubernetes.io/region",
  "failure-domain.beta.kubernetes.io/zone",
  "kubernetes.io/arch",
  "kubernetes.io/hostname",
  "kubernetes.io/os",
  "node.kubernetes.io/instance-type",
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
];

const isWithin = (namespace: string, domain: string) => namespace === domain || namespace.endsWith(`.${domain}`);

/**
 * Whether kubelet starts with that label in `--node-labels`.
 *
 * Source: kubernetes.io/docs/reference/command-line-tools-reference/kubelet, --node-labels.
 */
export function isKubeletLabel(key: string): boolean {
  const [namespace = "", name] = key.split("/");
  if (name === undefined || !["kubernetes.io", "k8s.io"].some((domain) => isWithin(namespace, domain))) return true;
  return (
    wellKnown.includes(key) || ["kubelet.kubernetes.io", "node.kubernetes.io"].some((it) => isWithin(namespace, it))
  );
}
