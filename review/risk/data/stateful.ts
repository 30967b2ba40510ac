import type { Saving } from "./savings";
import { awsStores } from "./stateful-aws";
import { awsIdentities } from "./stateful-aws-identities";
import { awsTransient } from "./stateful-aws-transient";
import { kubernetesStores } from "./stateful-kubernetes";

/** A type of things that hold data. */
export interface Stateful {
  /** What is lost with one, as the end of a sentence. */
  readonly lost: string;
  /** What may save it. */
  readonly saves: readonly Saving[];
  /** The page that says what its deletion does. */
  readonly source: string;
}

export interface StatefulType extends Stateful {
  readonly type: string;
  /** Whether it holds data for a while, or copies of data, and so matters less. */
  readonly transient: boolean;
}

const listed = (types: Readonly<Record<string, Stateful>>, transient: boolean): StatefulType[] =>
  Object.entries(types).map(([type, rest]) => ({ type, transient, ...rest }));

/** Every type that holds data. */
export const statefulTypes: readonly StatefulType[] = [
  ...listed({ ...awsStores, ...awsIdentities, ...kubernetesStores }, false),
  ...listed(awsTransient, true),
];

const byType = new Map(statefulTypes.map((one) => [one.type, one]));

/** What is lost with a thing of `type`; undefined where it holds no data that we know of. */
export const statefulOf = (type: string): StatefulType | undefined => byType.get(type);
