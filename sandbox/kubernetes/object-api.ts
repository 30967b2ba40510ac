import { z } from "zod";
import type { Answer, ApiClient, AskOptions } from "../../tools/kubernetes/client";
import type { Kind } from "../models/kubernetes/kinds";
import type { Properties } from "../values";
import { apiError, noMatch } from "./status";

/** An object as the API server takes and answers it. */
export interface KubernetesObject extends Properties {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
}

export interface Metadata extends Properties {
  name: string;
}

/** How a kind is asked for. */
export interface ApiResource {
  plural: string;
  namespaced: boolean;
}

export interface ApplyOptions {
  fieldManager: string;
  /** Whether only to say what would be. */
  dryRun: boolean;
  /** Whether to take fields over from other managers. */
  force?: boolean;
}

export type Propagation = "Background" | "Foreground" | "Orphan";

const resourceList = z.object({
  resources: z.array(z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() })),
});
const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), uid: z.string() }),
});

/** Objects of one cluster, of any kind that its API server serves. Each method throws ApiError as it refuses. */
export class ObjectApi {
  private readonly resources = new Map<string, Map<string, ApiResource>>();

  constructor(private readonly client: ApiClient) {}

  /** How objects of a kind are asked for; undefined where the server does not serve it. */
  async resourceOf({ apiVersion, kind }: Kind): Promise<ApiResource | undefined> {
    const known = this.resources.get(apiVersion)?.get(kind);
    if (known) return known;
    // Not remembered: a definition that is made in a moment brings it.
    const answer = await this.client.ask("GET", pathOf(apiVersion));
    if (answer.status === 404) return undefined;
    const { resources } = resourceList.parse(await accepted(answer));
    const byKind = new Map(
      resources
        .filter(({ name }) => !name.includes("/"))
        .map(({ kind: found, name, namespaced }) => [found, { plural: name, namespaced }]),
    );
    this.resources.set(apiVersion, byKind);
    return byKind.get(kind);
  }

  /** The object as it is; undefined where it is not there. */
  async get(object: KubernetesObject): Promise<KubernetesObject | undefined> {
    const answer = await this.client.ask("GET", await this.urlOf(object));
    return answer.status === 404 ? undefined : objectOf(await accepted(answer));
  }

  /** Server-side apply, with strict field validation. */
  async apply(
    object: KubernetesObject,
    { fieldManager, dryRun, force = false }: ApplyOptions,
  ): Promise<KubernetesObject> {
    return this.change("PATCH", object, {
      body: object,
      type: "application/apply-patch+yaml",
      query: { fieldManager, fieldValidation: "Strict", force: String(force), ...dryRunQuery(dryRun) },
    });
  }

  /** Puts the object in the place of the one that is there. */
  async replace(object: KubernetesObject, { fieldManager, dryRun }: ApplyOptions): Promise<KubernetesObject> {
    return this.change("PUT", object, {
      body: object,
      query: { fieldManager, fieldValidation: "Strict", ...dryRunQuery(dryRun) },
    });
  }

  /** Asks for the object's end; false where it is not there. Finalizers may keep it for a while. */
  async delete(object: KubernetesObject, propagationPolicy: Propagation): Promise<boolean> {
    const body = { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy };
    const answer = await this.client.ask("DELETE", await this.urlOf(object), { body });
    if (answer.status === 404) return false;
    await accepted(answer);
    return true;
  }

  private async change(method: string, object: KubernetesObject, options: AskOptions): Promise<KubernetesObject> {
    const answer = await this.client.ask(method, await this.urlOf(object), options);
    // No object is missing, but its kind: the definition has gone since it was last asked for.
    if (answer.status === 404 && typeof answer.body === "string") {
      this.forget();
      throw noMatch(object.apiVersion, object.kind);
    }
    return objectOf(await accepted(answer));
  }

  /** Asks the server again which kinds it serves. */
  forget(): void {
    this.resources.clear();
  }

  private async urlOf(object: KubernetesObject): Promise<string> {
    const resource = await this.resourceOf(object);
    if (resource === undefined) throw noMatch(object.apiVersion, object.kind);
    const { name, namespace } = object.metadata;
    const place = resource.namespaced ? `/namespaces/${encodeURIComponent(String(namespace ?? "default"))}` : "";
    return `${pathOf(object.apiVersion)}${place}/${resource.plural}/${encodeURIComponent(name)}`;
  }
}

const pathOf = (apiVersion: string) => (apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`);
const dryRunQuery = (dryRun: boolean): Record<string, string> => (dryRun ? { dryRun: "All" } : {});

async function accepted(answer: Answer): Promise<unknown> {
  if (answer.status >= 400) throw apiError(answer);
  return answer.body;
}

function objectOf(body: unknown): KubernetesObject {
  objectSchema.parse(body);
  // JSON, of which the parts that every object has were checked.
  return body as KubernetesObject;
}
