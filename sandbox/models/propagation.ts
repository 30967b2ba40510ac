import type { CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";

/**
 * Milliseconds until other services see what IAM has made. On AWS it is seconds, and the real provider tries for two
 * minutes (terraform-provider-aws, `propagationTimeout` of internal/service/eks).
 */
export const propagationMs = 200;

/** Whether other services see a resource already. */
export function isPropagated({ now }: Scope, { madeAt }: Pick<CloudResource, "madeAt">): boolean {
  return madeAt === undefined || now >= madeAt + propagationMs;
}
