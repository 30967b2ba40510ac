import type { StackResource } from "./rule";

interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
}

type Linked = Pick<StackResource, "propertyDependencies"> & { readonly props: object };

const metadataOf = ({ props }: { readonly props: object }): Metadata | undefined =>
  (props as { readonly metadata?: Metadata }).metadata;

/** The namespace that a resource says it is in, or else Kubernetes' own default. */
export const namespaceOf = (resource: { readonly props: object }): string =>
  metadataOf(resource)?.namespace ?? "default";

/**
 * Whether `resource` is in the namespace that the resource `namespace` makes: its metadata was made from it, or has its
 * name.
 */
export function isOf(
  resource: Linked,
  namespace: Pick<StackResource, "urn" | "type"> & { readonly props: object },
): boolean {
  const sources = (resource.propertyDependencies.metadata ?? []).filter(({ type }) => type === namespace.type);
  if (sources.length > 0) return sources.some(({ urn }) => urn === namespace.urn);
  return namespaceOf(resource) === metadataOf(namespace)?.name;
}
