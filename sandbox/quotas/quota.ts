import { globalRegion } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import type { Refusal, Request } from "../models/model";
import { text } from "../values";

/** A quota of AWS: data, with where it was read and when. */
export interface Quota {
  /** The service's code in Service Quotas, e.g. `vpc`. */
  service: string;
  /** The quota's code in Service Quotas, e.g. `L-F678F1CE`; for one that is not listed there, a name of our own. */
  code: string;
  /** As the service's page names it. */
  name: string;
  /** What an account has that never asked for more. */
  value: number;
  /** Whether the account has it once for all regions. Default: what is counted has a region, and so has the quota. */
  global?: boolean;
  /** Whether AWS raises it on request; only such a one can be raised here, too. */
  adjustable: boolean;
  /** The most that AWS grants, where its page says so. */
  maximum?: number;
  /** The quota that AWS raises this one with, by as much. */
  raisedWith?: Quota;
  /** The page that states it. */
  source: string;
  /** Day on which the page was read, e.g. `2026-11-24`. */
  date: string;
}

/** Region whose Service Quotas hold what an account has once for all regions, IAM's quotas for one. */
const globalQuotaRegion = "us-east-1";

/** Type by which a program asks for more; its id is {@link quotaId}. */
export const serviceQuotaType = "aws:servicequotas/serviceQuota:ServiceQuota";

/** Service Quotas' id of a quota: `service/code`. */
export const quotaId = ({ service, code }: Pick<Quota, "service" | "code">) => `${service}/${code}`;

/** What an account has of a quota: the default, or what it asked for in that region. */
export function limitOf(scope: Scope, quota: Quota): number {
  const place = quota.global || scope.region === globalRegion ? scope.in(globalQuotaRegion) : scope;
  const value = place.find(serviceQuotaType, quotaId(quota))?.outputs.value;
  const own = typeof value === "number" ? value : quota.value;
  return quota.raisedWith === undefined ? own : Math.max(own, limitOf(scope, quota.raisedWith));
}

interface Exceeded extends Pick<Refusal, "code" | "on" | "retried" | "reads" | "atPreview"> {
  /** What AWS says, with the limit that applies. */
  message: (limit: number, request: Request) => string;
}

/** Refuses one more where `used` have been made already, by default at create. */
export function countQuota(
  quota: Quota,
  { message, ...refusal }: Exceeded,
  used: (request: Request) => number,
): Refusal {
  return {
    on: ["create"],
    ...refusal,
    source: quota.source,
    quota,
    when: (request) => {
      const limit = limitOf(request.scope, quota);
      return used(request) >= limit ? message(limit, request) : undefined;
    },
  };
}

/** Refuses what is larger than the quota allows: characters, entries, bytes. */
export function sizeQuota(
  quota: Quota,
  { message, ...refusal }: Exceeded,
  size: (request: Request) => number,
): Refusal {
  return {
    ...refusal,
    source: quota.source,
    quota,
    when: (request) => {
      const limit = limitOf(request.scope, quota);
      return size(request) > limit ? message(limit, request) : undefined;
    },
  };
}

/** Characters of a property's text; 0 where it has none. */
export const lengthOf =
  (property: string) =>
  ({ inputs }: Request) =>
    (text(inputs, property) ?? "").length;
