import { callerRole } from "../cloud/caller";
import type { Invoke } from "./invoke";

/** The account, partition and region that the caller is in. */
export const stsInvokes: Record<string, Invoke> = {
  "aws:index/getCallerIdentity:getCallerIdentity": (_args, { account, partition }) => ({
    accountId: account,
    arn: `arn:${partition}:sts::${account}:assumed-role/${callerRole}/sandbox`,
    id: account,
    userId: "AROASANDBOXFOUNDATION:sandbox",
  }),
  "aws:index/getPartition:getPartition": (_args, { partition }) => {
    const dnsSuffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    return { dnsSuffix, id: partition, partition, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
  },
  "aws:index/getRegion:getRegion": (args, scope) => {
    const region = typeof args.region === "string" ? args.region : scope.region;
    return { id: region, region, name: region, description: region, endpoint: `ec2.${region}.amazonaws.com` };
  },
};
