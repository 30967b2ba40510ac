import { z } from "zod";
import { instanceTypes } from "../../../core/instances";
import { resourceRule } from "../../../core/rule";

/** The metadata service is reached from the host alone. */
export const ec2ImdsHopLimit = resourceRule({
  name: "ec2-imds-hop-limit",
  title: "An instance's metadata does not reach what is behind the instance, such as its containers.",
  severity: "medium",
  types: instanceTypes,
  parameters: z.object({
    maximum: z
      .int()
      .min(1)
      .max(64)
      .default(1)
      .describe("Over how many hosts metadata may go at most; 2 where containers have no credentials of their own"),
  }),
  controls: {},
  remediationSteps: "Set metadataOptions.httpPutResponseHopLimit to 1, and give containers credentials of their own.",
  docs: {
    why: "Over two hops every container, and every proxy that can be talked into it, gets the credentials of its host.",
    component: "Cluster sets it to 1 in the launch templates of its node groups.",
    good: {
      "aws:ec2/instance:Instance": { metadataOptions: { httpPutResponseHopLimit: 1 } },
      "aws:ec2/launchTemplate:LaunchTemplate": { metadataOptions: { httpPutResponseHopLimit: 1 } },
      "aws:ec2/launchConfiguration:LaunchConfiguration": { metadataOptions: { httpPutResponseHopLimit: 1 } },
    },
  },
  check({ props: { metadataOptions: options } }, report, { maximum }) {
    if (isTooFar(options, maximum)) {
      report(`metadata goes further than the host: set metadataOptions.httpPutResponseHopLimit to ${maximum}`);
    }
  },
  remediate({ type, props: { metadataOptions: options } }, { maximum }) {
    // A launch configuration would be replaced, and with it whatever refers to it.
    if (type === "aws:ec2/launchConfiguration:LaunchConfiguration") return;
    if (options && isTooFar(options, maximum)) options.httpPutResponseHopLimit = maximum;
  },
});

interface MetadataOptions {
  readonly httpEndpoint?: string;
  readonly httpPutResponseHopLimit?: number;
}

/** Where nothing is said it is 1, unless the image or the account says more. */
const isTooFar = (options: MetadataOptions | undefined, maximum: number): boolean =>
  (options?.httpPutResponseHopLimit ?? 1) > maximum && options?.httpEndpoint !== "disabled";
