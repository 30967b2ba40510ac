import { createHash } from "node:crypto";
import type { CloudResource } from "../cloud/resource";
import { isObject, type Properties, text } from "../values";
import { type FilterNames, filtered, only } from "./filters";
import { type Invoke, placeOf } from "./invoke";

const vpcFilters: FilterNames = { "vpc-id": "id", cidr: "cidrBlock", "cidr-block": "cidrBlock" };
const subnetFilters: FilterNames = {
  "availability-zone": "availabilityZone",
  "availability-zone-id": "availabilityZoneId",
  "cidr-block": "cidrBlock",
  "map-public-ip-on-launch": "mapPublicIpOnLaunch",
  "subnet-id": "id",
  "vpc-id": "vpcId",
};
const groupFilters: FilterNames = { "group-id": "id", "group-name": "name", "vpc-id": "vpcId" };
const tableFilters: FilterNames = { "route-table-id": "id", "vpc-id": "vpcId" };

/** A resource as a function answers it: its tags are all of its tags. */
const described = ({ id, outputs }: CloudResource): Properties => ({
  ...outputs,
  id,
  tags: outputs.tagsAll ?? {},
});

const getRouteTable: Invoke = (args, scope) => {
  const place = placeOf(args, scope);
  const associations = place.list("aws:ec2/routeTableAssociation:RouteTableAssociation");
  const subnetId = text(args, "subnetId");
  const bySubnet = associations.find(({ outputs }) => outputs.subnetId === subnetId)?.outputs.routeTableId;
  const wanted = text(args, "routeTableId") ?? (subnetId === undefined ? undefined : (bySubnet ?? ""));
  const query = { ...args, ...(wanted !== undefined && { id: wanted }) };
  const types = ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"];
  const all = types.flatMap((type) => filtered(place, type, query, { ...tableFilters, "vpc-id": "vpcId" }));
  const table = only(all, "Route Table");
  const own = associations.filter(({ outputs }) => outputs.routeTableId === table.id);
  return {
    ...described(table),
    routeTableId: table.id,
    gatewayId: "",
    subnetId: subnetId ?? "",
    associations: own.map(({ id, outputs }) => ({
      gatewayId: outputs.gatewayId ?? "",
      main: false,
      routeTableAssociationId: id,
      routeTableId: table.id,
      subnetId: outputs.subnetId ?? "",
    })),
    routes: place
      .list("aws:ec2/route:Route")
      .filter(({ outputs }) => outputs.routeTableId === table.id)
      .map(({ outputs }) => ({
        cidrBlock: outputs.destinationCidrBlock ?? "",
        gatewayId: outputs.gatewayId ?? "",
        natGatewayId: outputs.natGatewayId ?? "",
      })),
  };
};

/** The newest image of a name, or the one of an id: the one follows from the other, so that it is the same every time. */
const getAmi: Invoke = (args, scope) => {
  const filters = listOf(args.filters).filter(isObject);
  const filter = (name: string) => listOf(filters.find((one) => one.name === name)?.values)[0];
  const given = filter("image-id");
  const name = String(filter("name") ?? text(args, "nameRegex") ?? given ?? "").replaceAll("*", "20261101");
  const digits = createHash("sha256").update(`${scope.region}/${name}`).digest("hex");
  const id = typeof given === "string" ? given : `ami-0${digits.slice(0, 16)}`;
  return {
    id,
    imageId: id,
    name,
    arn: `arn:${scope.partition}:ec2:${scope.region}::image/${id}`,
    architecture: /arm64|aarch64/.test(name) ? "arm64" : "x86_64",
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: {}, noDevice: "", virtualName: "" }],
    region: scope.region,
    rootDeviceName: "/dev/xvda",
    state: "available",
  };
};

const getPrefixList: Invoke = (args, scope) => {
  const { region } = placeOf(args, scope);
  const name = text(args, "name") ?? `com.amazonaws.${region}.s3`;
  const id = text(args, "prefixListId") ?? `pl-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
  // Documentation addresses (RFC 5737): nothing is sent to them.
  return { id, name, region, cidrBlocks: ["192.0.2.0/24"] };
};

/** Looking up networks. */
export const ec2Invokes: Record<string, Invoke> = {
  "aws:ec2/getVpc:getVpc": (args, scope) => {
    const place = placeOf(args, scope);
    // Accounts of the sandbox have no default VPC: a foundation deletes them.
    const vpcs = args.default === true ? [] : filtered(place, "aws:ec2/vpc:Vpc", args, vpcFilters);
    return { ...described(only(vpcs, "VPC")), default: false, state: "available" };
  },
  "aws:ec2/getSubnet:getSubnet": (args, scope) => {
    const query = { ...args, filters: [...listOf(args.filters), ...vpcFilter(args)] };
    return {
      ...described(only(filtered(placeOf(args, scope), "aws:ec2/subnet:Subnet", query, subnetFilters), "Subnet")),
      state: "available",
    };
  },
  "aws:ec2/getSubnets:getSubnets": (args, scope) => {
    const place = placeOf(args, scope);
    const ids = filtered(place, "aws:ec2/subnet:Subnet", args, subnetFilters).map(({ id }) => id);
    return { ...args, id: place.region, region: place.region, ids, tags: args.tags ?? {} };
  },
  "aws:ec2/getSecurityGroup:getSecurityGroup": (args, scope) => {
    const place = placeOf(args, scope);
    const query = { ...args, filters: [...listOf(args.filters), ...vpcFilter(args), ...nameFilter(args)] };
    return described(
      only(filtered(place, "aws:ec2/securityGroup:SecurityGroup", query, groupFilters), "Security Group"),
    );
  },
  "aws:ec2/getRouteTable:getRouteTable": getRouteTable,
  "aws:ec2/getAmi:getAmi": getAmi,
  "aws:ec2/getPrefixList:getPrefixList": getPrefixList,
};

const listOf = (value: Properties[string] | undefined) => (Array.isArray(value) ? value : []);
const vpcFilter = ({ vpcId }: Properties) => (vpcId === undefined ? [] : [{ name: "vpc-id", values: [vpcId] }]);
const nameFilter = ({ name }: Properties) => (name === undefined ? [] : [{ name: "group-name", values: [name] }]);
