import { z } from "zod";

const amount = z.number().nonnegative();

/**
 * What an estimate assumes of what only use decides, for each resource and month. The defaults are those of a small
 * service: guesses, to be replaced by what the bill says.
 */
export const usageSchema = z.strictObject({
  bucketGb: amount.default(10).describe("GB that a bucket keeps."),
  bucketReads: amount.default(100_000).describe("Requests that read from a bucket."),
  bucketWrites: amount.default(10_000).describe("Requests that write to a bucket, or list it."),
  classicLoadBalancerGb: amount.default(100).describe("GB that a classic load balancer handles."),
  natGatewayGb: amount.default(100).describe("GB that a NAT gateway handles in each zone."),
  interfaceEndpointGb: amount.default(10).describe("GB that an interface endpoint handles."),
  loadBalancerUnits: amount.default(1).describe("Capacity units that a load balancer uses at a time."),
  logGb: amount.default(5).describe("GB that a log group takes in."),
  transitGatewayGb: amount.default(100).describe("GB that an attachment of a transit gateway handles."),
});

export type Usage = z.output<typeof usageSchema>;
