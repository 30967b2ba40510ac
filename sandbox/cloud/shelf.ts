import { type Value, valuesAt } from "../values";
import type { CloudResource } from "./resource";

/** By a property's value, the ids of the resources that have it. */
type Index = Map<Value, Set<string>>;

/**
 * The resources of one type in one place, found by id or by what a property says.
 *
 * An index of a property is made when it is first asked for, and kept up to date from then on: so that looking for what
 * belongs to a VPC costs the same in a cloud of ten thousand resources as in an empty one.
 */
export class Shelf {
  private readonly byId = new Map<string, CloudResource>();
  private readonly indexes = new Map<string, Index>();
  private readonly byOwner: Index = new Map();

  get(id: string): CloudResource | undefined {
    return this.byId.get(id);
  }

  all(): CloudResource[] {
    return [...this.byId.values()];
  }

  /** The resources whose property at a dotted path, or one of the list there, is `value`. */
  having(path: string, value: Value): CloudResource[] {
    let index = this.indexes.get(path);
    if (index === undefined) {
      index = new Map();
      for (const resource of this.byId.values()) enter(index, valuesOf(resource, path), resource.id);
      this.indexes.set(path, index);
    }
    return this.listed(index.get(value));
  }

  ownedBy(owner: string): CloudResource[] {
    return this.listed(this.byOwner.get(owner));
  }

  set(resource: CloudResource): void {
    const before = this.byId.get(resource.id);
    if (before !== undefined) this.unlist(before);
    this.byId.set(resource.id, resource);
    for (const [path, index] of this.indexes) enter(index, valuesOf(resource, path), resource.id);
    if (resource.owner !== undefined) enter(this.byOwner, [resource.owner], resource.id);
  }

  delete(id: string): void {
    const before = this.byId.get(id);
    if (before === undefined) return;
    this.unlist(before);
    this.byId.delete(id);
  }

  private unlist(resource: CloudResource): void {
    for (const [path, index] of this.indexes) strike(index, valuesOf(resource, path), resource.id);
    if (resource.owner !== undefined) strike(this.byOwner, [resource.owner], resource.id);
  }

  private listed(ids: Iterable<string> = []): CloudResource[] {
    return [...ids].flatMap((id) => this.byId.get(id) ?? []);
  }
}

const valuesOf = ({ outputs }: CloudResource, path: string) => valuesAt(outputs, path).flat();

function enter(index: Index, values: Value[], id: string): void {
  for (const value of values) {
    const ids = index.get(value);
    if (ids === undefined) index.set(value, new Set([id]));
    else ids.add(id);
  }
}

function strike(index: Index, values: Value[], id: string): void {
  for (const value of values) {
    const ids = index.get(value);
    ids?.delete(id);
    if (ids?.size === 0) index.delete(value);
  }
}
