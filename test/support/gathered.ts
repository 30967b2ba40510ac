import type { StackRun } from "../../review/model/gathered";
import type { Properties, State, Step } from "../../review/model/step";
import { reviewSettingsSchema } from "../../review/settings";

/** What a test says of a step: its states by their properties alone. */
export interface Said {
  readonly stack?: string;
  readonly type: string;
  readonly name?: string;
  readonly op?: Step["op"];
  readonly old?: Properties;
  readonly next?: Properties | undefined;
  /** What the provider says beside what was asked for. */
  readonly outputs?: { readonly old?: Properties; readonly next?: Properties };
  readonly parent?: string;
  readonly provider?: string;
  readonly dependsOn?: readonly string[];
  readonly custom?: boolean;
  readonly retainOnDelete?: boolean;
}

export const urnFor = (type: string, name: string, stack = "dev-network"): string =>
  `urn:pulumi:${stack}::foundation::${type}::${name}`;

/** A step; its operation is what its states say, where a test does not. */
export function stepOf({ type, stack = "dev-network", name = "one", old, next, outputs = {}, ...said }: Said): Step {
  const { op = old ? (next ? (next === old ? "same" : "update") : "delete") : "create" } = said;
  const state = (inputs: Properties, more: Properties = {}): State => ({
    ...{ id: name, inputs, outputs: { ...inputs, ...more } },
    ...{ protect: false, retainOnDelete: said.retainOnDelete ?? false },
  });
  return {
    ...{ urn: urnFor(type, name, stack), stack, type, name, op },
    ...{ parent: said.parent ?? "", custom: said.custom ?? true },
    ...(old && { old: state(old, outputs.old) }),
    ...(next && { new: state(next, outputs.next) }),
    ...{ replaceKeys: [], deleteFirst: false, diff: [] },
    ...{ provider: said.provider ?? "", dependsOn: said.dependsOn ?? [] },
  };
}

/** What previews of stacks brought, by their steps. */
export function runsOf(steps: readonly Step[], given: Partial<StackRun["result"]> = {}): StackRun[] {
  const stacks = [...new Set(steps.map(({ stack }) => stack))];
  return stacks.map((stack) => {
    const [environment = "", layer = ""] = stack.split("-");
    const changes = { create: 0, update: 0, replace: 0, delete: 0, same: 0 };
    return {
      result: {
        ...{ stack, environment, layer, result: "succeeded", durationMs: 0, changes },
        ...{ resources: [], policies: [], diagnostics: [], ...given },
      },
      steps: { stack, environment, layer, steps: steps.filter((one) => one.stack === stack) },
      ...{ remediations: [], dependsOn: [], predictedFrom: [], predicted: new Set() },
    };
  });
}

/** What composing needs of previews with these steps, with the same settings everywhere. */
export const gatheredOf = (steps: readonly Step[], settings: object = {}, day = "2026-11-25") => ({
  clock: new Date(`${day}T12:00:00Z`),
  stacks: runsOf(steps),
  settings: () => reviewSettingsSchema.parse(settings),
});
