import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Cloud } from "../cloud/cloud";
import { CloudError } from "../cloud/errors";
import type { CloudResource } from "../cloud/resource";
import type { Call, CallName } from "../faults/fault";
import { faultless, type Striking, underFaults } from "../faults/strike";
import type { Model } from "../models/model";
import { create, previewCreate, previewUpdate, read, remove, scopeOf, update } from "../operations/lifecycle";
import { observed } from "../operations/observe";
import { type Properties, plain, redacted, secretNames, withSecrets } from "../values";
import { comparing } from "./compare";
import { Instances, identityOf, type Named, type Package } from "./instances";
import { type ProviderHandlers, propertiesOf, structOf, unary } from "./wire";

/** The provider protocol of one package, over the cloud, in which `striking` says what fails. */
export function providerHandlers(pkg: Package, cloud: Cloud, striking = faultless): ProviderHandlers {
  const instances = new Instances(pkg, cloud);
  return {
    ...connecting(instances),
    ...changing(instances, striking),
    read: unary(async (request, peer) => {
      const target = instances.targetOf(request, peer);
      const { id, region } = placeOf(request.getId());
      const [state, inputs] = [propertiesOf(request.getProperties()), propertiesOf(request.getInputs())];
      const known = { ...(region && { region }), ...state, ...inputs };
      const response = new messages.ReadResponse();
      const call = callOf("read", request);
      const found = await explained(call, known, () =>
        underFaults(striking, call, () => read(target, id, plain(known))),
      );
      if (found === undefined) return response;
      const recorded = { inputs: plain(inputs), outputs: plain(state) };
      const { defaultTags } = instances.configOf(peer);
      const seen = observed(target.model, found, recorded, { scope: scopeOf(target, found.outputs), defaultTags });
      response.setId(found.id);
      response.setProperties(answer(target.model, seen.outputs, known));
      return response.setInputs(answer(target.model, seen.inputs, known));
    }),
    invoke: unary(async (request, peer) => {
      const args = propertiesOf(request.getArgs());
      const call: Call = { name: "invoke", type: request.getTok(), resource: "" };
      const result = await explained(call, args, () =>
        underFaults(striking, call, () => pkg.invoke(call.type, plain(args), instances.scopeOf(peer))),
      );
      return new messages.InvokeResponse().setReturn(structOf(result));
    }),
  };
}

/** An id to import may name the region, e.g. `vpc-0a1b2c3d4e5f60718@eu-west-1`, since version 7 of the provider. */
function placeOf(imported: string): { id: string; region?: string } {
  const [, id, region] = /^(.+)@([a-z]{2,4}(?:-[a-z]+)+-\d+)$/.exec(imported) ?? [];
  return id === undefined || region === undefined ? { id: imported } : { id, region };
}

/** What comes before a change and does not touch the cloud: handshake, configuration, check and diff. */
export function connecting(instances: Instances): ProviderHandlers {
  return {
    ...handshake(instances.pkg),
    configure: unary((request, peer) => {
      instances.configure(peer, propertiesOf(request.getArgs()));
      const response = new messages.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      response.setAcceptresources(false);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    ...comparing(instances),
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
function changing(instances: Instances, striking: Striking): ProviderHandlers {
  const { cloud } = instances;
  const changed = <T>(call: Call, sent: Properties, work: () => T): Promise<T> =>
    explained(call, sent, () => underFaults(striking, call, () => patiently(() => cloud.request(work))));
  /** The real provider answers when AWS is through. */
  const waited = async (resource: CloudResource): Promise<CloudResource> => {
    const rest = (resource.busy?.until ?? 0) - cloud.now();
    if (rest > 0) await sleep(rest);
    return resource;
  };
  return {
    create: unary(async (request, peer) => {
      const target = instances.targetOf(request, peer);
      const sent = propertiesOf(request.getProperties());
      const inputs = plain(sent);
      const call = callOf("create", request);
      const response = new messages.CreateResponse();
      if (request.getPreview()) {
        const outputs = await explained(call, sent, () => previewCreate(target, inputs));
        return response.setProperties(answer(target.model, outputs, sent));
      }
      const secrets = secretNames(sent);
      const made = await waited(await changed(call, sent, () => create({ ...target, secrets }, inputs)));
      return response.setId(made.id).setProperties(answer(target.model, made.outputs, sent));
    }),
    update: unary(async (request, peer) => {
      const target = instances.targetOf(request, peer);
      const sent = propertiesOf(request.getNews());
      const [olds, news] = [plain(propertiesOf(request.getOlds())), plain(sent)];
      const [id, secrets] = [request.getId(), secretNames(sent)];
      const call = callOf("update", request);
      const outputs = request.getPreview()
        ? await explained(call, sent, () => previewUpdate(target, id, olds, news))
        : (await waited(await changed(call, sent, () => update({ ...target, secrets }, id, olds, news)))).outputs;
      return new messages.UpdateResponse().setProperties(answer(target.model, outputs, sent));
    }),
    delete: unary(async (request, peer) => {
      const target = instances.targetOf(request, peer);
      const sent = propertiesOf(request.getProperties());
      await changed(callOf("delete", request), sent, () => remove(target, request.getId(), plain(sent)));
      return new Empty();
    }),
  };
}

/** What the engine asks of every provider before it asks for a resource. */
function handshake({ version }: Package): ProviderHandlers {
  const nothing = unary(() => new Empty());
  return {
    handshake: unary(() => {
      const response = new messages.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(false);
      return response.setSupportsAutonamingConfiguration(true);
    }),
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

const verbs: Record<CallName, string> = {
  create: "creating",
  read: "reading",
  update: "updating",
  delete: "deleting",
  invoke: "calling",
};

const callOf = (name: CallName, request: Named): Call => {
  const { type, name: resource } = identityOf(request);
  return { name, type, resource };
};

/** A refusal, said with what was being done, as the real provider says it; never with a secret. */
export async function explained<T>(
  { name, type, resource }: Call,
  sent: Properties,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const message = `${verbs[name]} ${type}${resource && ` (${resource})`}: api error ${error.code}: ${error.message}`;
    throw new CloudError(error.code, redacted(message, sent), error.retried, error.refusal);
  }
}
