import type { Provider } from "@pulumi/kubernetes/provider";
import { StorageClass } from "@pulumi/kubernetes/storage/v1";
import type { meta } from "@pulumi/kubernetes/types/input";
import * as pulumi from "@pulumi/pulumi";
import { kubernetesChild } from "./children";

export interface StorageClassArgs {
  type: pulumi.Input<string>;
  zones?: pulumi.Input<pulumi.Input<string>[]>;
  iopsPerGb?: pulumi.Input<number>;
  encrypted?: pulumi.Input<boolean>;
  kmsKeyId?: pulumi.Input<string>;
  default?: pulumi.Input<boolean>;
  allowVolumeExpansion?: pulumi.Input<boolean>;
  metadata?: pulumi.Input<meta.v1.ObjectMeta>;
  mountOptions?: pulumi.Input<string[]>;
  reclaimPolicy?: pulumi.Input<string>;
  volumeBindingMode?: pulumi.Input<string>;
}

/** The storage classes by key; a volume type alone makes one class of that type, the default one. */
export function storageClasses(
  name: string,
  classes: string | Record<string, StorageClassArgs> | undefined,
  provider: Provider,
  parent: pulumi.Resource,
  dependsOn: pulumi.Resource[],
): Record<string, StorageClass> {
  const wanted = typeof classes === "string" ? { [classes]: { type: classes, default: true } } : (classes ?? {});
  return Object.fromEntries(
    Object.entries(wanted).map(([key, args]) => [
      key,
      storageClass(`${name.toLowerCase()}-${key}`, args, kubernetesChild(parent, { provider, dependsOn })),
    ]),
  );
}

function storageClass(name: string, args: StorageClassArgs, opts: pulumi.CustomResourceOptions): StorageClass {
  const { type, zones, iopsPerGb, encrypted, kmsKeyId } = args;
  const metadata = pulumi
    .all([args.metadata ?? {}, args.default])
    .apply(([given, isDefault]) => (isDefault ? asDefault(given) : given));
  const text = (value: pulumi.Input<number | boolean>) => pulumi.output(value).apply(String);
  return new StorageClass(
    name,
    {
      metadata,
      provisioner: "kubernetes.io/aws-ebs",
      parameters: {
        type,
        ...(zones && { zones: pulumi.output(zones).apply((list) => list.join(", ")) }),
        ...(iopsPerGb && { iopsPerGb: text(iopsPerGb) }),
        ...(encrypted && { encrypted: text(encrypted) }),
        ...(kmsKeyId && { kmsKeyId }),
      },
      allowVolumeExpansion: args.allowVolumeExpansion,
      mountOptions: args.mountOptions,
      reclaimPolicy: args.reclaimPolicy,
      volumeBindingMode: args.volumeBindingMode,
    },
    opts,
  );
}

function asDefault(metadata: pulumi.Unwrap<meta.v1.ObjectMeta>) {
  const annotations = { ...metadata.annotations, "storageclass.kubernetes.io/is-default-class": "true" };
  return { ...metadata, annotations };
}
