type Given = Readonly<Record<string, unknown>>;

/** Those of a source's parameters that ours are called like. */
export function keep(...names: readonly string[]): (given: Given) => object {
  return (given) => Object.fromEntries(names.filter((name) => name in given).map((name) => [name, given[name]]));
}

/** Gatekeeper's profiles are names of both kinds; ours are those of the nodes. */
export function seccompProfiles({ allowedProfiles, ...others }: Given): object {
  const local = listOf(allowedProfiles).flatMap((profile) => /^localhost\/(.*)$/i.exec(profile)?.slice(1) ?? []);
  return { ...keep("exemptImages")(others), ...(local.length > 0 && { allowedLocalhostProfiles: local }) };
}

export const seccompRequired = ({ allowedProfiles, ...others }: Given): object => ({
  ...keep("exemptImages")(others),
  required: !listOf(allowedProfiles).includes("not configured"),
});

/** Gatekeeper knows nothing of pods with users of their own, as the standards before 1.35. */
export const procMount = (given: Given): object => ({ ...keep("exemptImages")(given), version: "v1.34" });

export const hostPorts = ({ min, max, ...others }: Given): object => ({
  ...keep("exemptImages", "hostNetwork")(others),
  ...(typeof min === "number" && typeof max === "number" && { allowedPorts: [{ from: min, to: max }] }),
});

export const seLinuxTypes = ({ allowedSELinuxOptions, ...others }: Given): object => ({
  ...keep("exemptImages")(others),
  allowedTypes: ((allowedSELinuxOptions ?? []) as { type?: string }[]).flatMap(({ type }) => type ?? []),
});

/** Gatekeeper takes a quantity of -1 for none. */
export function largest({ cpu, memory, ...others }: Given): object {
  const limits = { maxCpu: cpu, maxMemory: memory };
  const set = Object.entries(limits).filter(([, quantity]) => quantity !== undefined && quantity !== "-1");
  return { ...keep("exemptImages")(others), ...Object.fromEntries(set) };
}

/** Prefixes of one source and patterns of another. */
export const images = ({ repos, allowedImages }: Given): object => ({
  allowedImages: [...listOf(repos).map((prefix) => `${prefix}*`), ...listOf(allowedImages)],
});

export function replicas({ ranges }: Given): object {
  const [range] = (ranges ?? []) as { min_replicas?: number; max_replicas?: number }[];
  return range ? { minReplicas: range.min_replicas, maxReplicas: range.max_replicas } : {};
}

/** A version that the source wrote as a number: 1.2 is 1.20. */
export const clusterVersion = ({ k8sVersion }: Given): object =>
  k8sVersion === undefined ? {} : { clusterVersion: Number(k8sVersion).toFixed(2) };

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
