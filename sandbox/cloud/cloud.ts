import type { CloudResource, ResourceKey } from "./resource";

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
  /** Account and region, then type, then id. */
  private readonly places = new Map<string, Map<string, Map<string, CloudResource>>>();
  private readonly issued = new Map<string, number>();
  private pending: Change[] = [];

  constructor(
    state: CloudState = { resources: [], issued: {} },
    private readonly keep: Keep = () => {},
  ) {
    for (const resource of state.resources) this.place(resource).set(resource.id, resource);
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
    if (type !== undefined) return [...(types.get(type)?.values() ?? [])];
    return [...types.values()].flatMap((resources) => [...resources.values()]);
  }

  /** What all accounts have of a type in all regions, or of it what has that id. */
  everywhere(type: string, id?: string): CloudResource[] {
    return [...this.places.values()].flatMap((types) => {
      const resources = types.get(type);
      if (id === undefined) return [...(resources?.values() ?? [])];
      return resources?.get(id) ?? [];
    });
  }

  put(resource: CloudResource): void {
    const place = this.place(resource);
    const before = place.get(resource.id);
    this.undo?.push(() => (before === undefined ? place.delete(resource.id) : place.set(resource.id, before)));
    place.set(resource.id, resource);
    this.pending.push({ put: resource });
  }

  remove(resource: ResourceKey): void {
    const place = this.place(resource);
    const before = place.get(resource.id);
    if (before === undefined) return;
    this.undo?.push(() => place.set(resource.id, before));
    place.delete(resource.id);
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
    const resources = [...this.places.values()].flatMap((types) =>
      [...types.values()].flatMap((byId) => [...byId.values()]),
    );
    return { resources, issued: Object.fromEntries(this.issued) };
  }

  /** Repeats a change that the journal kept. */
  replay(change: Change): void {
    if ("put" in change) this.place(change.put).set(change.put.id, change.put);
    else if ("remove" in change) this.place(change.remove).delete(change.remove.id);
    else this.issued.set(change.issue, (this.issued.get(change.issue) ?? 0) + 1);
  }

  private place({
    account,
    region,
    type,
  }: Pick<ResourceKey, "account" | "region" | "type">): Map<string, CloudResource> {
    const types = entry(this.places, `${account}/${region}`, () => new Map());
    return entry(types, type, () => new Map());
  }
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
