import { text, type Value, valuesAt } from "../../values";
import { uuid } from "../ids";
import type { Made, Model, Reference, Refusal } from "../model";

const type = "aws:autoscaling/group:Group";
const source = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html";

/** The API reference names no code of its own for what is wrong in a request; ValidationError is a common error. */
const invalid = "ValidationError";

const templateReference = (by?: "name"): Reference => ({
  types: ["aws:ec2/launchTemplate:LaunchTemplate"],
  ...(by && { by }),
  code: invalid,
  source,
  message: (value) =>
    `You must use a valid fully-formed launch template. The specified launch template, with template ${by ?? "ID"} ${value}, does not exist.`,
});

const refusals: Refusal[] = [
  {
    code: "AlreadyExists",
    source,
    on: ["create"],
    when: ({ scope, inputs }) =>
      scope.find(type, text(inputs, "name") ?? "") &&
      `AutoScalingGroup by this name already exists - A group with the name ${inputs.name} already exists`,
  },
  {
    code: invalid,
    source,
    reads: ["minSize", "maxSize"],
    atPreview: true,
    when: ({ inputs: { minSize, maxSize } }) =>
      Number(minSize) > Number(maxSize)
        ? `Max bound, ${maxSize}, must be greater than or equal to min bound, ${minSize}`
        : undefined,
  },
  {
    code: invalid,
    source,
    reads: ["desiredCapacity", "minSize", "maxSize"],
    atPreview: true,
    when: ({ inputs: { desiredCapacity, minSize, maxSize } }) => {
      // The provider leaves 0 out of its request.
      const desired = Number(desiredCapacity ?? 0);
      return desired > 0 && (desired < Number(minSize) || desired > Number(maxSize))
        ? `Desired capacity:${desired} must be between the specified min size:${minSize} and max size:${maxSize}`
        : undefined;
    },
  },
];

/** A group of instances; the instances themselves are not simulated. */
export const autoScalingGroup: Model = {
  type,
  schema: "internal/service/autoscaling/group.go",
  autoName: { property: "name" },
  defaults: {
    forceDelete: false,
    forceDeleteWarmPool: false,
    healthCheckGracePeriod: 300,
    ignoreFailedScalingActivities: false,
    "instanceRefresh.preferences.maxHealthyPercentage": 100,
    "instanceRefresh.preferences.minHealthyPercentage": 90,
    "instanceRefresh.preferences.scaleInProtectedInstances": "Ignore",
    "instanceRefresh.preferences.skipMatching": false,
    "instanceRefresh.preferences.standbyInstances": "Ignore",
    metricsGranularity: "1Minute",
    protectFromScaleIn: false,
    waitForCapacityTimeout: "10m",
  },
  immutable: ["initialLifecycleHooks", "name", "namePrefix"],
  sets: ["availabilityZones", "enabledMetrics", "suspendedProcesses", "tags", "targetGroupArns", "vpcZoneIdentifiers"],
  references: {
    "launchTemplate.id": templateReference(),
    "launchTemplate.name": templateReference("name"),
    vpcZoneIdentifiers: {
      types: ["aws:ec2/subnet:Subnet"],
      code: invalid,
      source,
      message: (id) => `The subnet ID '${id}' does not exist`,
    },
  },
  refusals,
  id: ({ inputs }) => text(inputs, "name") ?? "",
  computed: {
    arn: ({ scope, digits, id }) =>
      scope.arn("autoscaling", `autoScalingGroup:${uuid(digits)}:autoScalingGroupName/${id}`),
    availabilityZones: zonesOf,
    defaultCooldown: () => 300,
    desiredCapacity: ({ inputs }) => inputs.minSize,
    healthCheckType: () => "EC2",
    predictedCapacity: () => 0,
    warmPoolSize: () => 0,
  },
  recomputed: ["availabilityZones"],
};

function zonesOf({ scope, inputs }: Made): Value {
  const zones = valuesAt(inputs, "vpcZoneIdentifiers")
    .flat()
    .map((id) => scope.find("aws:ec2/subnet:Subnet", String(id))?.outputs.availabilityZone ?? null);
  return [...new Set(zones.filter((zone) => zone !== null))];
}
