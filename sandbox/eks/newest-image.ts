import { getParameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { amiTypeOf, imageParameter, type OperatingSystem, operatingSystemOf } from "./ami";
import { awsChild } from "./children";

/** What decides which of EKS's images fits. */
export interface ImageChoice {
  amiType?: pulumi.Input<string | undefined> | undefined;
  operatingSystem?: pulumi.Input<OperatingSystem> | undefined;
  gpu?: pulumi.Input<boolean> | undefined;
  instanceTypes?: pulumi.Input<pulumi.Input<string>[] | undefined> | undefined;
}

/** Id of the newest image that EKS has for such nodes. */
export function newestImage(
  choice: ImageChoice,
  kubernetesVersion: pulumi.Input<string | undefined>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const name = pulumi
    .all([choice.amiType, choice.operatingSystem, choice.gpu, choice.instanceTypes, kubernetesVersion])
    .apply(([amiType, os, gpu, instanceTypes, version]) => {
      const type = amiType || amiTypeOf(operatingSystemOf(amiType, os), gpu ?? false, instanceTypes ?? []);
      return imageParameter(type, version ?? "");
    });
  // Not `getParameterOutput`: the cluster, which the version comes from, need not exist for the image to be known.
  return name.apply((known) => getParameter({ name: known }, awsChild(parent))).value;
}
