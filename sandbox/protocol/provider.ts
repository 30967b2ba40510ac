import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Cloud } from "../cloud/cloud";
import { CloudError } from "../cloud/errors";
import type { Model } from "../models/model";
import { create, previewCreate, previewUpdate, read, remove, update } from "../operations/lifecycle";
import { type Properties, plain, redacted, secretNames, withSecrets } from "../values";
import { comparing } from "./compare";
import { Instances, identityOf, type Named, type Package } from "./instances";
import { type ProviderHandlers, propertiesOf, structOf, unary } from "./wire";

export interface ProviderOptions {
  /** Milliseconds between the moment the cloud has recorded a change and the answer. */
  latencyMs: number;
}

/** The provider protocol of one package, over the cloud. */
export function providerHandlers(pkg: Package, cloud: Cloud, options: ProviderOptions): ProviderHandlers {
  const instances = new Instances(pkg, cloud);
  return {
    ...handshake(pkg),
    configure: unary((request, peer) => {
      instances.configure(peer, propertiesOf(request.getArgs()));
      const response = new messages.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      response.setAcceptresources(false);
      return response;
    }),
    ...comparing(instances),
    ...changing(instances, options),
    read: unary((request, peer) => {
      const target = instances.targetOf(request, peer);
      const known = { ...propertiesOf(request.getProperties()), ...propertiesOf(request.getInputs()) };
      const response = new messages.ReadResponse();
      const found = read(target, request.getId(), plain(known));
      if (found === undefined) return response;
      response.setId(found.id);
      response.setProperties(answer(target.model, found.outputs, known));
      return response.setInputs(answer(target.model, found.inputs, known));
    }),
    invoke: unary((request, peer) => {
      const args = plain(propertiesOf(request.getArgs()));
      const result = pkg.invoke(request.getTok(), args, instances.scopeOf(peer));
      return new messages.InvokeResponse().setReturn(structOf(result));
    }),
  };
}

/** The real provider tries for 10 to 20 minutes; what ends a refusal here is another call of the same update. */
const patienceMs = 5_000;
const retryMs = 50;

/** Tries again what the real provider tries again. */
async function patiently<T>(work: () => T): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof CloudError && error.retried) || performance.now() > deadline) throw error;
      await sleep(retryMs);
    }
  }
}

/** Create, update and delete: a preview says what is known; otherwise the cloud has recorded it before the answer. */
function changing(instances: Instances, { latencyMs }: ProviderOptions): ProviderHandlers {
  const changed = async <T>(request: Named, verb: string, sent: Properties, work: () => T): Promise<T> => {
    const result = await patiently(() => instances.cloud.request(() => explained(request, verb, sent, work)));
    if (latencyMs > 0) await sleep(latencyMs);
    return result;
  };
  return {
    create: unary(async (request, peer) => {
      const target = instances.targetOf(request, peer);
      const sent = propertiesOf(request.getProperties());
      const inputs = plain(sent);
      const response = new messages.CreateResponse();
      if (request.getPreview()) {
        const outputs = explained(request, "creating", sent, () => previewCreate(target, inputs));
        return response.setProperties(answer(target.model, outputs, sent));
      }
      const made = await changed(request, "creating", sent, () => create(target, inputs));
      return response.setId(made.id).setProperties(answer(target.model, made.outputs, sent));
    }),
    update: unary(async (request, peer) => {
      const target = instances.targetOf(request, peer);
      const sent = propertiesOf(request.getNews());
      const [olds, news] = [plain(propertiesOf(request.getOlds())), plain(sent)];
      const id = request.getId();
      const outputs = request.getPreview()
        ? explained(request, "updating", sent, () => previewUpdate(target, id, olds, news))
        : await changed(request, "updating", sent, () => update(target, id, olds, news).outputs);
      return new messages.UpdateResponse().setProperties(answer(target.model, outputs, sent));
    }),
    delete: unary(async (request, peer) => {
      const target = instances.targetOf(request, peer);
      const sent = propertiesOf(request.getProperties());
      await changed(request, "deleting", sent, () => remove(target, request.getId(), plain(sent)));
      return new Empty();
    }),
  };
}

/** What the engine asks of every provider before it asks for a resource. */
function handshake({ version }: Package): ProviderHandlers {
  const nothing = unary(() => new Empty());
  return {
    handshake: unary(() => new messages.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(false)),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    getSchema: unary(() => new messages.GetSchemaResponse().setSchema("{}")),
    attach: nothing,
    cancel: nothing,
    checkConfig: unary((request) => new messages.CheckResponse().setInputs(request.getNews())),
    diffConfig: unary((request) => {
      const [olds, news] = [propertiesOf(request.getOldInputs()), propertiesOf(request.getNews())];
      const changed = !isDeepStrictEqual(plain(olds), plain(news));
      const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
      return new messages.DiffResponse().setChanges(changed ? DIFF_SOME : DIFF_NONE);
    }),
  };
}

/** What was secret when it came stays secret, and so does what the type always holds as secret. */
function answer(model: Model, properties: Properties, sent: Properties) {
  return structOf(withSecrets(properties, [...secretNames(sent), ...(model.secrets ?? [])]));
}

/** A refusal, said with what was being done, as the real provider says it; never with a secret. */
function explained<T>(request: Named, verb: string, sent: Properties, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const { type, name } = identityOf(request);
    const message = `${verb} ${type} (${name}): api error ${error.code}: ${error.message}`;
    throw new CloudError(error.code, redacted(message, sent), error.retried, error.refusal);
  }
}
