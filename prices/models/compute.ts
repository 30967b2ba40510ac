import { ifKnown, isSet } from "../../policy-packs/core/unknown";
import { type Charge, type Context, hours, type Model, modelOf, sourceOf } from "../model";
import { lastDayOfStandardSupport } from "../support";

interface Disk {
  readonly volumeType?: string | undefined;
  readonly volumeSize?: number | undefined;
  readonly iops?: number | undefined;
  readonly throughput?: number | undefined;
}

/** What gp3 has without extra charge: aws.amazon.com/ebs/pricing. */
const included = { iops: 3000, mibps: 125 };

/** A disk whose size the image or snapshot decides is left out of the price. */
function volume(disk: Disk, count = 1): Charge[] {
  // What is not said AWS fills in, which a preview does not know.
  const type = ifKnown(() => disk.volumeType) ?? "gp2";
  const volumeSize = ifKnown(() => disk.volumeSize);
  if (volumeSize === undefined) return [{ uncounted: "disk of a size that the image or snapshot decides" }];
  const size: Charge = { item: `volume-gb-month/${type}`, quantity: volumeSize * count };
  const iops = ifKnown(() => disk.iops) ?? 0;
  if (type === "io1" || type === "io2") return [size, { item: `volume-iops-month/${type}`, quantity: iops * count }];
  if (type !== "gp3") return [size];
  const extraIops = Math.max(0, iops - included.iops) * count;
  const extraThroughput = Math.max(0, (ifKnown(() => disk.throughput) ?? 0) - included.mibps) * count;
  return [
    size,
    ...(extraIops > 0 ? [{ item: "volume-iops-month/gp3", quantity: extraIops }] : []),
    ...(extraThroughput > 0 ? [{ item: "volume-mibps-month/gp3", quantity: extraThroughput }] : []),
  ];
}

/** Instances at the price on demand, also those that may be spot ones: those cost less, by how much changes. */
const instances = (type: string | undefined, count: number): Charge =>
  type === undefined ? { uncounted: "instances of a type that is not said" } : hours(`instance-hour/${type}`, count);

const templateType = "aws:ec2/launchTemplate:LaunchTemplate";

interface Template {
  readonly instanceType?: string;
  readonly blockDeviceMappings?: readonly { readonly ebs?: Disk }[];
}

const templateOf = (context: Context): Template | undefined => sourceOf(context, "launchTemplate", templateType)?.props;

const disksOf = (template: Template | undefined, count: number): Charge[] =>
  (template?.blockDeviceMappings ?? []).flatMap(({ ebs }) => (ebs ? volume(ebs, count) : []));

export const computeModels: readonly (readonly [string, Model])[] = [
  modelOf("aws:ec2/instance:Instance", (props, context) => [
    instances(ifKnown(() => props.instanceType) ?? templateOf(context)?.instanceType, 1),
    ...volume(ifKnown(() => props.rootBlockDevice) ?? {}),
    ...(ifKnown(() => props.ebsBlockDevices) ?? []).flatMap((device) => volume(device)),
    ...(ifKnown(() => props.associatePublicIpAddress) === true ? [hours("public-ipv4-hour")] : []),
  ]),
  modelOf("aws:ebs/volume:Volume", (props) =>
    volume({
      get volumeType() {
        return props.type;
      },
      get volumeSize() {
        return props.size;
      },
      get iops() {
        return props.iops;
      },
      get throughput() {
        return props.throughput;
      },
    }),
  ),
  modelOf("aws:eks/nodeGroup:NodeGroup", (props, context) => {
    const count = props.scalingConfig?.desiredSize ?? props.scalingConfig?.minSize ?? 1;
    const template = templateOf(context);
    // What EKS takes where nothing is said: docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
    const type = ifKnown(() => props.instanceTypes?.[0]) ?? template?.instanceType ?? "t3.medium";
    const disks = template
      ? disksOf(template, count)
      : volume({ volumeType: "gp2", volumeSize: ifKnown(() => props.diskSize) ?? 20 }, count);
    return [instances(type, count), ...disks];
  }),
  modelOf("aws:autoscaling/group:Group", (props, context) => {
    const count = ifKnown(() => props.desiredCapacity) ?? props.minSize ?? 1;
    const template = templateOf(context);
    return [instances(template?.instanceType, count), ...disksOf(template, count)];
  }),
  // Source of what is charged: aws.amazon.com/eks/pricing.
  modelOf("aws:eks/cluster:Cluster", (props, { today }) => {
    const lastDay = lastDayOfStandardSupport("eks", props.version ?? "");
    const extended = lastDay !== undefined && lastDay < today;
    // A preview may know only that it is said.
    const isAuto = isSet(props, "computeConfig") && (ifKnown(() => props.computeConfig?.enabled) ?? true);
    return [
      hours("cluster-hour"),
      ...(extended ? [hours("cluster-extended-support-hour")] : []),
      ...(isAuto ? [{ uncounted: "nodes that EKS Auto Mode makes as pods need them" }] : []),
    ];
  }),
];
