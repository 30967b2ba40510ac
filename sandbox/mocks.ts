import { isUnknown, type runtime } from "@pulumi/pulumi";
import { hurriedClock } from "./cloud/clock";
import { Cloud } from "./cloud/cloud";
import { CloudError } from "./cloud/errors";
import { Scope } from "./cloud/scope";
import { invoke } from "./invokes";
import { modelOf } from "./models";
import { checkedInputs } from "./operations/check";
import { create, previewCreate, type Target } from "./operations/lifecycle";
import { defaultAccount } from "./protocol/aws-config";
import { conform, type Mistake, reasonOf } from "./shapes/conform";
import { type Properties, plain, secretNames, unknown, withSecrets } from "./values";

export interface SandboxMocksOptions {
  /** Account that resources are made in, 12 digits. Default: 111122223333. */
  account?: string;
  /** Region that resources are made in. Default: eu-west-1. */
  region?: string;
  /** Whether to answer as in a first preview: what AWS fills in is unknown. Pass the same to `setMocks`. Default: false. */
  preview?: boolean;
  /** Whether ids must name something that the test made. Default: false, so a test may make ids up. */
  checkReferences?: boolean;
}

/**
 * Mocks over a fresh cloud in memory, with the models of the sandbox: ids and ARNs look real, names are filled in, and
 * what AWS refuses fails the test. Nothing is waited for: on the cloud's clock it is always late enough.
 */
export function sandboxMocks(options: SandboxMocksOptions = {}): runtime.Mocks {
  const { account = defaultAccount, region = "eu-west-1", preview = false, checkReferences = false } = options;
  const scope = new Scope(new Cloud(undefined, undefined, hurriedClock()), account, region);
  return {
    newResource({ type, name, inputs, custom }) {
      const sent: Properties = sentAs(inputs);
      // Components and providers are the SDK's own matter.
      if (custom === false || !/^(aws|kubernetes):/.test(type)) return { id: `${name}-id`, state: sent };
      const model = modelOf(type);
      const news = plain(type.startsWith("aws:") ? taken(type, name, sent) : sent);
      const target: Target = { model, scope, name, checkReferences };
      const checked = checkedInputs(model, {
        name,
        olds: undefined,
        news,
        randomSeed: Buffer.from(name),
        defaultTags: {},
      });
      const secrets = [...secretNames(sent), ...(model.secrets ?? [])];
      if (preview) return { id: undefined, state: withSecrets(known(previewCreate(target, checked)), secrets) };
      const { id, outputs } = create(target, checked);
      return { id, state: withSecrets(outputs, secrets) };
    },
    call: ({ token, inputs }) => answered(() => invoke(token, plain(sentAs(inputs)), scope)),
  };
}

/** What the provider takes. */
function taken(type: string, name: string, sent: Properties): Properties {
  const { inputs, mistakes } = conform(type, sent);
  if (mistakes.length === 0) return inputs;
  // As the engine says it.
  const problem = (mistake: Mistake) => `${type} resource '${name}' has a problem: ${reasonOf(mistake, name)}`;
  throw new Error(mistakes.map(problem).join("\n"));
}

/** Values as the engine would send them: without what is undefined, and what is unknown as the protocol has it. */
function sentAs(inputs: Properties): Properties {
  return JSON.parse(JSON.stringify(inputs, (_key, value) => (isUnknown(value) ? unknown : value)));
}

/** The SDK shows the `details` of a failed invoke, as gRPC names its message. */
function answered<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof CloudError ? Object.assign(error, { details: error.message }) : error;
  }
}

/** The mock monitor takes what is absent as unknown. */
function known(state: Properties): Properties {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== unknown));
}
