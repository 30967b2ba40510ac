import { knownOf } from "../model/properties";
import type { VpcNetwork } from "../model/schema";
import { type Side, stateOn } from "../model/sides";
import type { Properties, Step } from "../model/step";
import { isHidden, type Shown } from "../model/values";
import { propertiesOf, type References, textOf } from "./references";
import { gatewayTypes, types } from "./types";

export type SubnetKind = VpcNetwork["subnets"][number]["kind"];

/** What a table sends to the internet, where the table is known. */
type Way = "internet" | "other" | "nowhere";

/** Which subnets the internet reaches, and which reach it, by the routes of a review. */
export class Routes {
  /** The tables of subnets, by the subnet's URN. */
  private readonly tables = new Map<string, Step[]>();
  /** The tables of those subnets that have none of their own, by the VPC's URN. */
  private readonly mainTables = new Map<string, Step[]>();
  private readonly routes = new Map<string, Step[]>();

  constructor(
    steps: readonly Step[],
    private readonly references: References,
  ) {
    for (const step of steps) {
      if (step.type === types.association) this.addAssociation(step);
      if (step.type === types.mainAssociation) this.addTo(this.mainTables, step, "vpcId", types.vpcs, "routeTableId");
      if (step.type === types.defaultTable) this.addDefaultTable(step);
      if (step.type === types.route) {
        const table = references.find(step, propertiesOf(step).routeTableId, types.tables);
        if (table) push(this.routes, table.urn, step);
      }
    }
  }

  /** By its routes where they are in the review, else by its tags and its name. */
  kindOf(subnet: Step, vpc: Step): SubnetKind {
    const side: Side = subnet.new ? "after" : "before";
    const own = this.there(this.tables.get(subnet.urn), side);
    const tables = own.length > 0 ? own : this.there(this.mainTables.get(vpc.urn), side);
    const ways = tables.map((association) => this.wayOf(association, side)).filter((way) => way !== undefined);
    if (ways.length === 0) return kindByName(subnet);
    if (ways.includes("internet")) return "public";
    return ways.includes("other") ? "private" : "isolated";
  }

  private there(steps: readonly Step[] | undefined, side: Side): readonly Step[] {
    return (steps ?? []).filter((step) => stateOn(step, side));
  }

  private addAssociation(step: Step): void {
    this.addTo(this.tables, step, "subnetId", [types.subnet, types.defaultSubnet], "routeTableId");
  }

  /** Keeps the association, not its table: each of them can come or go. */
  private addTo(
    tables: Map<string, Step[]>,
    step: Step,
    owner: string,
    owners: readonly string[],
    table: string,
  ): void {
    const properties = propertiesOf(step);
    const found = this.references.find(step, properties[owner], owners);
    if (found && properties[table] !== undefined) push(tables, found.urn, step);
  }

  private addDefaultTable(step: Step): void {
    const { vpcId, defaultRouteTableId } = propertiesOf(step);
    const vpc = this.references.find(step, vpcId ?? null, types.vpcs) ?? this.references.sourceOf(step, types.vpcs);
    if (vpc && defaultRouteTableId !== undefined) push(this.mainTables, vpc.urn, step);
  }

  /** Undefined where the table is not in the review. */
  private wayOf(association: Step, side: Side): Way | undefined {
    const table =
      association.type === types.defaultTable
        ? association
        : this.references.find(association, propertiesOf(association).routeTableId, types.tables);
    const state = table && stateOn(table, side);
    if (!table || !state) return undefined;
    const own = this.there(this.routes.get(table.urn), side).flatMap((route) => {
      const there = stateOn(route, side);
      return there ? [{ holder: route, route: knownOf(there) }] : [];
    });
    const { routes } = knownOf(state);
    const inline = Array.isArray(routes) ? routes.filter(isProperties).map((route) => ({ holder: table, route })) : [];
    const ways = [...own, ...inline].filter(({ route }) => leadsAnywhere(route)).map((one) => this.targetOf(one));
    if (ways.includes("internet")) return "internet";
    return ways.length > 0 ? "other" : "nowhere";
  }

  private targetOf({ holder, route: { gatewayId } }: { holder: Step; route: Properties }): Way {
    const id = textOf(gatewayId);
    if (id !== "") return id.startsWith("igw-") ? "internet" : "other";
    const isDecidedLater = isHidden(gatewayId) && this.references.sourceOf(holder, [gatewayTypes.internet]);
    return isDecidedLater ? "internet" : "other";
  }
}

function push(steps: Map<string, Step[]>, urn: string, step: Step): void {
  const known = steps.get(urn);
  if (known) known.push(step);
  else steps.set(urn, [step]);
}

const isProperties = (value: Shown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isHidden(value);

const destinations = ["destinationCidrBlock", "destinationIpv6CidrBlock", "cidrBlock", "ipv6CidrBlock"];

const leadsAnywhere = (route: Properties): boolean =>
  destinations.some((key) => route[key] === "0.0.0.0/0" || route[key] === "::/0");

/** Tags by which controllers of load balancers find subnets, then what people call them. */
function kindByName(subnet: Step): SubnetKind {
  const { tags, mapPublicIpOnLaunch } = propertiesOf(subnet);
  const own = tags !== undefined && isProperties(tags) ? tags : {};
  if (own["kubernetes.io/role/elb"] !== undefined) return "public";
  if (own["kubernetes.io/role/internal-elb"] !== undefined) return "private";
  const called = `${subnet.name} ${textOf(own.Name)}`.toLowerCase();
  if (/\b(public|dmz)\b/.test(called)) return "public";
  if (/\b(intra|isolated|internal|database|data)\b/.test(called)) return "isolated";
  return mapPublicIpOnLaunch === true ? "public" : "private";
}
