import { z } from "zod";
import { exemptImages } from "./image";
import { parseQuantity } from "./quantity";
import { isSet } from "./unknown";

const quantity = z.union([z.string(), z.number()]).refine((text) => !Number.isNaN(parseQuantity(text)));

/** Parameters of rules about what containers ask for or are limited to. */
export const largestResources = exemptImages.extend({
  /** The most CPU that a container may have, e.g. `2` or `500m`. Default: any. */
  maxCpu: quantity.optional(),
  /** The most memory that a container may have, e.g. `4Gi`. Default: any. */
  maxMemory: quantity.optional(),
});

type Quantities = Readonly<Record<string, string | undefined>>;

/** What is wrong with `resource` of a container or its pod: that it is not set, or too large. */
export function faultOf(
  resource: "cpu" | "memory",
  {
    own,
    shared,
    max,
    required,
  }: Readonly<{
    own: Quantities | undefined;
    /** The pod's, which all containers share. */
    shared: Quantities | undefined;
    max: string | number | undefined;
    required: boolean;
  }>,
): "missing" | "too large" | undefined {
  const holder = isSet(own, resource) ? own : shared;
  if (!isSet(holder, resource)) return required ? "missing" : undefined;
  if (max === undefined) return undefined;
  // What is no quantity is no bound.
  const within = parseQuantity(holder?.[resource] ?? "") <= parseQuantity(max);
  return within ? undefined : "too large";
}
