import * as pulumi from "@pulumi/pulumi";

/**
 * `value`, known once each of `resources` exists: whoever uses it then finds it usable.
 *
 * A preview does not wait: one new resource would make the value unknown, and all that uses it look changed.
 */
export function once<T>(resources: pulumi.CustomResource[], value: pulumi.Output<T>): pulumi.Output<T> {
  if (pulumi.runtime.isDryRun()) return value;
  return pulumi.all([value, pulumi.all(resources.map(({ id }) => id))]).apply(([known]) => known) as pulumi.Output<T>;
}
