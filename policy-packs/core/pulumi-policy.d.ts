// Exported by @pulumi/policy 1.21 at run time, but stripped from its declarations as internal.
import "@pulumi/policy/proxy";

declare module "@pulumi/policy/proxy" {
  /** Thrown by the proxy around a resource's properties when a rule reads one that is unknown; names its path only. */
  export class UnknownValueError extends Error {}
  export function unknownCheckingProxy<T>(toProxy: T): T;
}
