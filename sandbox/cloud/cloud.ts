import type { Value } from "../values";
import type { Clock } from "./clock";
import type { CloudResource, ResourceKey } from "./resource";
import { Shelf } from "./shelf";

/** One change of the cloud, as the journal keeps it. */
export type Change = { put: CloudResource } | { remove: ResourceKey } | { issue: string };

/** Everything that a cloud is made of, as the snapshot keeps it. */
export interface CloudState {
  resources: CloudResource[];
  /** How many ids were issued per kind and name: none is ever issued twice. */
  issued: Record<string, number>;
}

/** Where changes are kept. Called once per request, with all its changes, before the request is answered. */
export type Keep = (changes: Change[]) => void;

/**
 * Accounts, regions and the resources in them.
 *
 * A request's changes happen together or not at all: they are handed to `keep` when the request is through.
 */
export class Cloud {
  /** Account and region, then type. */
  private readonly places = new Map<string, Map<string, Shelf>>();
  private readonly issued = new Map<string, number>();
  private pending: Change[] = [];

  constructor(
    state: CloudState = { resources: [], issued: {} },
    private readonly keep: Keep = () => {},
    readonly now: Clock = Date.now,
  ) {
    for (const resource of state.resources) this.shelf(resource).set(resource);
    for (const [key, count] of Object.entries(state.issued)) this.issued.set(key, count);
  }

  /** Runs a request; where it throws, the cloud is as it was before. */
  request<T>(work: () => T): T {
    const undo: (() => void)[] = [];
    this.undo = undo;
    this.pending = [];
    try {
      const result = work();
      if (this.pending.length > 0) this.keep(this.pending);
      return result;
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    } finally {
      this.undo = undefined;
    }
  }

  private undo: (() => void)[] | undefined;

  find({ account, region, type, id }: ResourceKey): CloudResource | undefined {
    return this.places.get(`${account}/${region}`)?.get(type)?.get(id);
  }

  /** What an account has in a region, of one type or of all. */
  list(account: string, region: string, type?: string): CloudResource[] {
    const types = this.places.get(`${account}/${region}`);
    if (types === undefined) return [];
    if (type !== undefined) return types.get(type)?.all() ?? [];
    return [...types.values()].flatMap((shelf) => shelf.all());
  }

  /** What an account has of a type in a region whose property at a dotted path is, or lists, `value`. */
  having(account: string, region: string, type: string, path: string, value: Value): CloudResource[] {
    return this.places.get(`${account}/${region}`)?.get(type)?.having(path, value) ?? [];
  }

  /** What AWS made with the thing that has the id `owner`. */
  ownedBy(account: string, region: string, owner: string): CloudResource[] {
    const types = this.places.get(`${account}/${region}`) ?? new Map<string, Shelf>();
    return [...types.values()].flatMap((shelf) => shelf.ownedBy(owner));
  }

  /** What all accounts have of a type in all regions, or of it what has that id. */
  everywhere(type: string, id?: string): CloudResource[] {
    return [...this.places.values()].flatMap((types) => {
      const shelf = types.get(type);
      return (id === undefined ? shelf?.all() : shelf?.get(id)) ?? [];
    });
  }

  put(resource: CloudResource): void {
    const shelf = this.shelf(resource);
    const before = shelf.get(resource.id);
    this.undo?.push(() => (before === undefined ? shelf.delete(resource.id) : shelf.set(before)));
    shelf.set(resource);
    this.pending.push({ put: resource });
  }

  remove(resource: ResourceKey): void {
    const shelf = this.shelf(resource);
    const before = shelf.get(resource.id);
    if (before === undefined) return;
    this.undo?.push(() => shelf.set(before));
    shelf.delete(resource.id);
    const { account, region, type, id } = resource;
    this.pending.push({ remove: { account, region, type, id } });
  }

  /** How often this key was asked for before. */
  issue(key: string): number {
    const count = this.issued.get(key) ?? 0;
    this.undo?.push(() => this.issued.set(key, count));
    this.issued.set(key, count + 1);
    this.pending.push({ issue: key });
    return count;
  }

  state(): CloudState {
    const resources = [...this.places.values()].flatMap((types) => [...types.values()].flatMap((shelf) => shelf.all()));
    return { resources, issued: Object.fromEntries(this.issued) };
  }

  /** Repeats a change that the journal kept. */
  replay(change: Change): void {
    if ("put" in change) this.shelf(change.put).set(change.put);
    else if ("remove" in change) this.shelf(change.remove).delete(change.remove.id);
    else this.issued.set(change.issue, (this.issued.get(change.issue) ?? 0) + 1);
  }

  private shelf({ account, region, type }: Pick<ResourceKey, "account" | "region" | "type">): Shelf {
    const types = entry(this.places, `${account}/${region}`, () => new Map<string, Shelf>());
    return entry(types, type, () => new Shelf());
  }
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
