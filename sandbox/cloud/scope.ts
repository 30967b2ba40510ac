import { createHash } from "node:crypto";
import { partitionOf } from "../../components/core/regions";
import type { Value } from "../values";
import type { Cloud } from "./cloud";
import { type CloudResource, globalRegion } from "./resource";

/** What one account sees in one region: nothing of any other, but for what {@link Scope.everywhere} finds. */
export class Scope {
  constructor(
    private readonly cloud: Cloud,
    readonly account: string,
    readonly region: string,
    readonly partition = partitionOf(region),
  ) {}

  /** What the cloud's clock shows. */
  get now(): number {
    return this.cloud.now();
  }

  /** What AWS is still doing with a resource; undefined where it is through. */
  busyWith({ busy }: Pick<CloudResource, "busy">): string | undefined {
    return busy !== undefined && this.now < busy.until ? busy.status : undefined;
  }

  /** The same account's things that have no region. */
  get global(): Scope {
    return this.in(globalRegion);
  }

  /** The same account in a region. */
  in(region: string): Scope {
    return this.region === region ? this : new Scope(this.cloud, this.account, region, this.partition);
  }

  find(type: string, id: string): CloudResource | undefined {
    return this.cloud.find({ account: this.account, region: this.region, type, id });
  }

  list(type?: string): CloudResource[] {
    return this.cloud.list(this.account, this.region, type);
  }

  /**
   * What the partition's accounts have of a type in all regions, or of it what has that id: names that are unique in
   * the partition, and an organization's accounts.
   */
  everywhere(type: string, id?: string): CloudResource[] {
    const isHere = (region: string) => region === globalRegion || partitionOf(region) === this.partition;
    return this.cloud.everywhere(type, id).filter(({ region }) => isHere(region));
  }

  /**
   * What is of a type and whose property at a dotted path is `value`, or lists it: what belongs to a VPC, say.
   *
   * Looks it up in an index, so it costs the same however much there is.
   */
  having(type: string, path: string, value: Value): CloudResource[] {
    return this.cloud.having(this.account, this.region, type, path, value);
  }

  /** What AWS made with the thing that has the id `owner`, and which goes with it. */
  ownedBy(owner: string): CloudResource[] {
    return this.cloud.ownedBy(this.account, this.region, owner);
  }

  put(resource: Omit<CloudResource, "account" | "region">): CloudResource {
    const placed = { account: this.account, region: this.region, ...resource };
    this.cloud.put(placed);
    return placed;
  }

  remove(resource: Pick<CloudResource, "type" | "id">): void {
    this.cloud.remove({ account: this.account, region: this.region, type: resource.type, id: resource.id });
  }

  /** 64 hexadecimal digits that were never given before; the same ones in the same order for a cloud's same history. */
  digits(seed: string): string {
    const key = `${this.account}/${this.region}/${seed}`;
    return createHash("sha256")
      .update(`${key}/${this.cloud.issue(key)}`)
      .digest("hex");
  }

  /** An ARN in this account; IAM's and other global ones have no region. */
  arn(service: string, resource: string): string {
    const region = this.region === globalRegion ? "" : this.region;
    return `arn:${this.partition}:${service}:${region}:${this.account}:${resource}`;
  }
}
