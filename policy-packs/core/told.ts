import { remark } from "./exceptions/exceptions";
import type { Outcome, OutcomeFinding } from "./outcome";
import { introductionRemark } from "./settings";

/** A finding as people and the engine are told of it. */
export interface Told {
  /** What is accepted only advises; what was to be mended and still is wrong stops a deployment. */
  readonly level: "mandatory" | "advisory";
  /** The rule's own words, and what an exception or an introduction adds. */
  readonly message: string;
}

/** How `finding` of `outcome` is told. */
export function told({ level, introduction }: Outcome, { message, exception, refused }: OutcomeFinding): Told {
  if (exception) {
    const accepted = remark({ state: "excepted", exception, daysLeft: exception.daysLeft });
    return { level: "advisory", message: message + accepted };
  }
  const added = [
    refused === undefined ? "" : remark({ state: "refused", reason: refused }),
    introduction ? introductionRemark(introduction) : "",
  ];
  return { level: level === "advisory" ? "advisory" : "mandatory", message: message + added.join("") };
}
