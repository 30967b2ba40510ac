import type { Properties } from "../values";

/** Region of what an account has once for all regions, IAM for one. */
export const globalRegion = "global";

/** One thing in the pretend cloud. */
export interface CloudResource {
  account: string;
  /** An AWS region, {@link globalRegion}, or the cluster that a Kubernetes object lives in. */
  region: string;
  /** Pulumi's type token, e.g. `aws:ec2/vpc:Vpc`. */
  type: string;
  id: string;
  /** `active`, or how AWS calls what is only scheduled to go, e.g. `PendingDeletion`. */
  status: string;
  /** When it was made, by the cloud's clock. Absent for what AWS made with something else. */
  madeAt?: number;
  /** What AWS still does with it after it has answered, as the service calls that status, and until when. */
  busy?: Busy;
  /** Id of the thing that AWS made this one with, and with which it goes. */
  owner?: string;
  inputs: Properties;
  /** Every property as a read answers it, inputs included. */
  outputs: Properties;
  /** Names of the properties that came as secrets: the values are kept in plain, as AWS keeps them, and never shown. */
  secrets?: readonly string[];
}

/** A state that passes by itself, e.g. `CREATING`. */
export interface Busy {
  status: string;
  /** By the cloud's clock. */
  until: number;
}

/** What names one resource among all. */
export type ResourceKey = Pick<CloudResource, "account" | "region" | "type" | "id">;

export const activeStatus = "active";
