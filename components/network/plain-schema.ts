import { z } from "zod";
import type { Rule } from "../core/args";
import { cidrSchema, parseCidr } from "../core/cidr";
import { logRetention } from "../core/log-retention";
import { smallestVpc, zoneNumber } from "./subnet-plan";
import { type NetworkArgs, NetworkNatMode, NetworkTier } from "./types";

/** A zone of a region; local and Wavelength zones have longer names, and no NAT gateway or EKS control plane. */
const zone = z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d+[a-z]$/, "must be an availability zone, e.g. eu-west-1a");

const isUnique = (values: string[]) => new Set(values).size === values.length;

const interfaceEndpoint = z
  .string()
  .regex(
    /^(?!com\.amazonaws\.)[a-z0-9-]+(\.[a-z0-9-]+)*$/,
    "must be the end of an endpoint's service name, e.g. ecr.api for com.amazonaws.eu-west-1.ecr.api",
  )
  .refine(
    (service) => service !== "s3" && service !== "dynamodb",
    "has a gateway endpoint already, which costs nothing",
  );

/**
 * The arguments of a network that decide what exists, which an environment file states in the same words.
 *
 * Apart from the rest of the schema, since a reader of environment files has no need of the Pulumi SDK.
 */
export const networkPlain = {
  cidr: cidrSchema(16, 24),
  zones: z
    .array(zone, "must be a list of availability zones, e.g. eu-west-1a")
    .min(2, "must be at least 2 zones")
    .max(8, "must be at most 8 zones")
    .refine(isUnique, "must name each zone once"),
  tiers: z
    .array(z.enum(NetworkTier))
    .min(1, "must name at least one tier")
    .refine(isUnique, "must name each tier once")
    .default(Object.values(NetworkTier)),
  reservedZones: z.literal([4, 8]).default(4),
  natMode: z.enum(NetworkNatMode).default(NetworkNatMode.PerZone),
  interfaceEndpoints: z.array(interfaceEndpoint).refine(isUnique, "must name each service once").default([]),
  flowLogRetentionInDays: logRetention.default(90),
  instanceMetadataDefaults: z.boolean().default(true),
};

/** What must hold between the plain arguments. */
export const networkRules: Rule<NetworkArgs, typeof networkPlain>[] = [
  ({ zones }) => {
    const region = regionOf(zones);
    const index = zones.findIndex((name) => regionOf([name]) !== region);
    return index < 0 ? undefined : { path: `zones.${index}`, reason: `must be a zone of ${region}, like the first` };
  },
  ({ zones, reservedZones }) => {
    const index = zones.findIndex((name) => zoneNumber(name) >= reservedZones);
    if (index < 0) return undefined;
    const last = "abcdefgh"[reservedZones - 1];
    const reason = `is beyond zone ${last}, the last of the ${reservedZones} that addresses are kept for by reservedZones`;
    return { path: `zones.${index}`, reason };
  },
  ({ cidr, reservedZones }) =>
    (parseCidr(cidr)?.prefix ?? 0) <= smallestVpc(reservedZones)
      ? undefined
      : {
          path: "cidr",
          reason: `must be /${smallestVpc(reservedZones)} or larger, to hold a /28 of each tier for ${reservedZones} zones`,
        },
  ({ natMode, tiers }) =>
    natMode === NetworkNatMode.None || tiers.includes(NetworkTier.Private)
      ? undefined
      : { path: "natMode", reason: "must be none without the private tier, for nothing else uses NAT" },
  ({ natMode, tiers }) =>
    natMode === NetworkNatMode.None || natMode === NetworkNatMode.Regional || tiers.includes(NetworkTier.Public)
      ? undefined
      : { path: "natMode", reason: "must be none or regional without the public tier, where NAT gateways stand" },
  ({ interfaceEndpoints, tiers }) =>
    interfaceEndpoints.length === 0 || tiers.some((tier) => tier !== NetworkTier.Public)
      ? undefined
      : { path: "interfaceEndpoints", reason: "need the tier intra or private to stand in" },
];

/** The region of the first of `zones`: its name without the letter. */
export function regionOf(zones: readonly string[]): string {
  return zones[0]?.slice(0, -1) ?? "";
}
