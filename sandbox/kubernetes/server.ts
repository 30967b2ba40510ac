import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Cloud } from "../cloud/cloud";
import { CloudError } from "../cloud/errors";
import type { Call, CallName } from "../faults/fault";
import { type Striking, underFaults } from "../faults/strike";
import { kubernetesInvoke } from "../invokes/kubernetes";
import { defaultSettings, objectModel } from "../models/kubernetes/object";
import { Instances, identityOf, type Named, type Package } from "../protocol/instances";
import { kubernetes } from "../protocol/kubernetes";
import { connecting, explained } from "../protocol/provider";
import { type ProviderHandlers, propertiesOf, structOf, unary } from "../protocol/wire";
import { isObject, type Properties, plain, secretNames, unknown, withSecrets } from "../values";
import { create, type Place, previewCreate, previewUpdate, read, update } from "./changes";
import type { Clusters } from "./clusters";
import { idOf, importedInputs, outputsOf } from "./inputs";
import { remove } from "./removal";

/** The kubernetes provider over real API servers: checked and compared as by the models, changed by the cluster. */
export function clusterHandlers(cloud: Cloud, clusters: Clusters, striking: Striking): ProviderHandlers {
  const pkg: Package = {
    ...kubernetes,
    modelOf: (type, config) => objectModel(type, config.kubernetes),
  };
  const instances = new Instances(pkg, cloud);
  const work = new Work(instances, clusters, striking);
  return {
    ...connecting(instances),
    create: unary((request, peer) => work.create(request, peer)),
    update: unary((request, peer) => work.update(request, peer)),
    read: unary((request, peer) => work.read(request, peer)),
    delete: unary((request, peer) => work.delete(request, peer)),
    invoke: unary(async (request, peer) => {
      const args = plain(propertiesOf(request.getArgs()));
      const result = await kubernetesInvoke(request.getTok(), args, async (kind) => {
        const api = await work.api(peer);
        return (await api?.resourceOf(kind))?.namespaced;
      });
      return new messages.InvokeResponse().setReturn(structOf(result));
    }),
  };
}

class Work {
  constructor(
    private readonly instances: Instances,
    private readonly clusters: Clusters,
    private readonly striking: Striking,
  ) {}

  async create(request: messages.CreateRequest, peer: string): Promise<messages.CreateResponse> {
    const sent = propertiesOf(request.getProperties());
    const inputs = plain(sent);
    const response = new messages.CreateResponse();
    const { type } = identityOf(request);
    if (request.getPreview()) {
      const place = await this.placeOf(request, peer);
      const made = place && (await saying("create", request, sent, () => previewCreate(place, inputs)));
      return response.setProperties(answer(type, made === undefined ? inputs : previewed(outputsOf(made, "")), sent));
    }
    const { live, fieldManager } = await this.doing("create", request, sent, async () =>
      create(await this.known(request, peer), inputs),
    );
    return response.setId(idOf(live)).setProperties(answer(type, outputsOf(live, fieldManager), sent));
  }

  async update(request: messages.UpdateRequest, peer: string): Promise<messages.UpdateResponse> {
    const sent = propertiesOf(request.getNews());
    const [olds, news] = [plain(propertiesOf(request.getOlds())), plain(sent)];
    const response = new messages.UpdateResponse();
    const { type } = identityOf(request);
    if (request.getPreview()) {
      const place = await this.placeOf(request, peer);
      const made = place && (await saying("update", request, sent, () => previewUpdate(place, olds, news)));
      return response.setProperties(answer(type, made === undefined ? news : outputsOf(made, ""), sent));
    }
    const { live, fieldManager } = await this.doing("update", request, sent, async () =>
      update(await this.known(request, peer), olds, news),
    );
    return response.setProperties(answer(type, outputsOf(live, fieldManager), sent));
  }

  async read(request: messages.ReadRequest, peer: string): Promise<messages.ReadResponse> {
    const [state, sent] = [propertiesOf(request.getProperties()), propertiesOf(request.getInputs())];
    const response = new messages.ReadResponse();
    const { type } = identityOf(request);
    const found = await this.doing("read", request, sent, async () =>
      read(await this.known(request, peer), request.getId(), plain(state), plain(sent)),
    );
    if (found === undefined) return response;
    const { live, fieldManager, inputs = importedInputs(live) } = found;
    response.setId(request.getId()).setProperties(answer(type, outputsOf(live, fieldManager), { ...state, ...sent }));
    return response.setInputs(answer(type, inputs, sent));
  }

  async delete(request: messages.DeleteRequest, peer: string): Promise<Empty> {
    const sent = propertiesOf(request.getProperties());
    const seconds = request.getTimeout();
    await this.doing("delete", request, sent, async () =>
      remove(await this.known(request, peer), request.getId(), plain(sent), seconds > 0 ? seconds * 1000 : undefined),
    );
    return new Empty();
  }

  private doing<T>(name: CallName, request: Named, sent: Properties, work: () => Promise<T>): Promise<T> {
    return saying(name, request, sent, (call) => underFaults(this.striking, call, work));
  }

  /** The cluster of a provider instance; undefined while it is not known which one that is. */
  async api(peer: string) {
    const { region } = this.instances.configOf(peer);
    return region === unknown ? undefined : this.clusters.api(region);
  }

  private async placeOf(request: Named, peer: string): Promise<Place | undefined> {
    const settings = this.instances.configOf(peer).kubernetes ?? defaultSettings;
    const api = await this.api(peer);
    return api && { api, type: identityOf(request).type, settings };
  }

  /** @throws CloudError where the provider has no cluster, which only a preview can do without. */
  private async known(request: Named, peer: string): Promise<Place> {
    const place = await this.placeOf(request, peer);
    if (place === undefined) throw new CloudError("ClusterUnreachable", "the provider's kubeconfig is not known");
    return place;
  }
}

/** What an update will make anew says nothing in a preview: the status, and what a dry run's object was called by. */
function previewed({ status: _status, __fieldManager, metadata, ...rest }: Properties): Properties {
  if (!isObject(metadata)) return rest;
  const made = { uid: unknown, resourceVersion: unknown, creationTimestamp: unknown, managedFields: unknown };
  return { ...rest, metadata: { ...metadata, ...made } };
}

/** What was secret when it came stays secret, and so does what a secret holds. */
function answer(type: string, properties: Properties, sent: Properties) {
  const held = type === secretType ? ["data", "stringData"] : [];
  return structOf(withSecrets(properties, [...secretNames(sent), ...held]));
}

const secretType = "kubernetes:core/v1:Secret";

/** What is refused is said with what was being done; never with a secret. */
function saying<T>(name: CallName, request: Named, sent: Properties, work: (call: Call) => Promise<T>): Promise<T> {
  const { type, name: resource } = identityOf(request);
  const call: Call = { name, type, resource };
  return explained(call, hidden(type, sent), () => work(call));
}

/** All values of a Secret are secret, whether or not the program says so, and the server may quote them. */
function hidden(type: string, sent: Properties): Properties {
  if (type !== secretType) return sent;
  const texts = ["data", "stringData"].flatMap((key) => {
    const values = plain(sent)[key];
    return isObject(values) ? Object.values(values).map(String) : [];
  });
  const spelled = texts.flatMap((value) => [value, Buffer.from(value).toString("base64")]);
  return withSecrets({ ...sent, spelled }, ["spelled"]);
}
