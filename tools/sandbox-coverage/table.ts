import { models } from "../../sandbox/models";
import { kubernetesModel, objectModel } from "../../sandbox/models/kubernetes/object";
import type { Model, Reference, Refusal } from "../../sandbox/models/model";
import { tagRefusalsOf } from "../../sandbox/models/tags";
import { shapeOf } from "../../sandbox/shapes/store";
import { registeredTypes } from "./registered";

/** What the sandbox knows of one type. */
export interface TypeCoverage {
  type: string;
  /** Whether a layer or component registers it. */
  registered: boolean;
  /** `generic`: it has no model of its own. */
  model: "own" | "generic";
  /** How many properties the SDK declares, inputs and outputs; absent for Kubernetes, whose objects are stored whole. */
  declared?: number;
  /** Those of them that the model says something about. */
  modelled: string[];
  /** Paths whose change replaces it, but for `region`, which always does. */
  immutable: string[];
  /** What it refuses: by rules and quotas, by references to what is not there, and by its tags. */
  refusals: number;
  /** Source file of the provider that its properties are from. */
  schema?: string;
}

export interface Coverage {
  /** Types that a layer or component registers. */
  types: number;
  /** Those with a model of their own. */
  modelled: number;
  /** Those without. */
  generic: number;
  /** What models of registered types refuse; what several types share counts once. */
  refusals: number;
  /** Types modelled ahead of the layers that will register them, and what else those refuse. */
  ahead: { types: number; refusals: number };
  table: TypeCoverage[];
}

/** What the sandbox knows of every type that has a model, or that a layer or component registers. */
export function coverage(): Coverage {
  const registered = new Set(registeredTypes());
  const own = new Map(models.map((model) => [model.type, model]));
  const modelFor = (type: string) => own.get(type) ?? (type.startsWith("kubernetes:") ? ofKubernetes(type) : undefined);
  const types = [...new Set([...registered, ...own.keys()])].sort();
  const refused = new Set<unknown>();
  const newlyRefused = (some: string[]): number => {
    const before = refused.size;
    for (const refusal of some.flatMap((type) => refusalsOf(modelFor(type)))) refused.add(identity(refusal));
    return refused.size - before;
  };
  const ofRegistered = newlyRefused([...registered]);
  const generic = [...registered].filter((type) => modelFor(type) === undefined).length;
  return {
    types: registered.size,
    modelled: registered.size - generic,
    generic,
    refusals: ofRegistered,
    ahead: { types: types.length - registered.size, refusals: newlyRefused(types) },
    table: types.map((type) => ({ ...rowOf(type, modelFor(type)), registered: registered.has(type) })),
  };
}

/** A patch is taken by a real API server only, which this model looks at first; without one it is refused by name. */
const ofKubernetes = (type: string): Model => (type.endsWith("Patch") ? objectModel(type) : kubernetesModel(type));

function rowOf(type: string, model: Model | undefined): Omit<TypeCoverage, "registered"> {
  const shape = shapeOf(type);
  const declared = shape && new Set([...Object.keys(shape.properties), ...shape.outputs]);
  if (model === undefined) {
    return {
      type,
      model: "generic",
      ...(declared && { declared: declared.size }),
      modelled: [],
      immutable: [],
      refusals: 0,
    };
  }
  return {
    type,
    model: "own",
    ...(declared && { declared: declared.size }),
    modelled: [...mentionedBy(model)].filter((name) => declared === undefined || declared.has(name)).sort(),
    immutable: [...model.immutable].sort(),
    refusals: refusalsOf(model).length,
    ...(model.schema !== undefined && { schema: model.schema }),
  };
}

function refusalsOf(model: Model | undefined): (Refusal | Reference)[] {
  if (model === undefined) return [];
  return [...(model.refusals ?? []), ...Object.values(model.references ?? {}), ...tagRefusalsOf(model)];
}

/** Kubernetes models are made anew for each type; what they refuse is the same. */
const identity = (refusal: Refusal | Reference) =>
  refusal.source.startsWith("https://kubernetes.io/") ? refusal.code + refusal.source : refusal;

/** Names, at the top, of the properties that a model says something about. */
export function mentionedBy(model: Model): Set<string> {
  const paths = [
    ...Object.keys(model.defaults ?? {}),
    ...Object.keys(model.computed ?? {}),
    ...Object.keys(model.completed ?? {}),
    ...Object.keys(model.references ?? {}),
    ...model.immutable,
    ...(model.recomputed ?? []),
    ...(model.sets ?? []),
    ...(model.documents ?? []),
    ...(model.secrets ?? []),
    ...(model.refusals ?? []).flatMap(({ reads = [] }) => reads),
    ...(model.autoName ? [model.autoName.property] : []),
    ...(model.tagged ? ["tags", "tagsAll"] : []),
    ...(model.global ? [] : ["region"]),
  ];
  return new Set(paths.map((path) => path.split(".")[0] ?? path));
}
