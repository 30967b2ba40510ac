import type { Properties } from "../../../../sandbox/values";
import { clusterInputs, merged } from "../../../support/eks";
import { clusterType, make, preview } from "../../../support/models";
import { shows } from "../../../support/refusals";

/** Shows that a preview refuses a cluster with one part changed. */
export function previewed(code: string, what: string, good: Properties, bad: Properties, says?: RegExp): void {
  shows(code, what, {
    valid: () => {
      const inputs = clusterInputs();
      preview(clusterType, merged(inputs, good));
      return inputs;
    },
    refused: (inputs) => preview(clusterType, merged(inputs, bad)),
    ...(says && { says }),
  });
}

/** Shows that a create refuses a cluster with one part changed. */
export function made(code: string, what: string, bad: () => Properties, says?: RegExp): void {
  shows(code, what, {
    valid: () => {
      const inputs = clusterInputs();
      make(clusterType, { ...inputs, name: "valid" });
      return inputs;
    },
    refused: (inputs) => make(clusterType, merged(inputs, bad())),
    ...(says && { says }),
  });
}

export const invalid = "InvalidParameterException";
