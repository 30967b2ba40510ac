import type { Review, VpcNetwork } from "../../model/schema";
import { changeLink, type Links } from "./links";
import { type Child, h, type Node } from "./node";
import type { Part } from "./part";
import { counted, folded, name, operationBadge } from "./words";

type Subnet = VpcNetwork["subnets"][number];
type Gateway = VpcNetwork["gateways"][number];
type Placed = Pick<Subnet, "urn" | "name" | "op">;

const tiers: Readonly<Record<Subnet["kind"], { title: string; what: string }>> = {
  public: { title: "Public", what: "the internet reaches it" },
  private: { title: "Private", what: "reaches the internet" },
  isolated: { title: "Isolated", what: "no way to the internet" },
};

const gatewayWords: Readonly<Record<Gateway["kind"], string>> = {
  internet: "Internet gateway",
  nat: "NAT gateway",
  "egress-only": "Egress-only gateway",
  transit: "Transit gateway",
  peering: "Peering",
  vpn: "VPN gateway",
};

/** Each VPC of the review as a picture; those in which something changes are open. */
export function networksPart({ networks }: Review, links: Links): Part | undefined {
  if (networks.length === 0) return undefined;
  const changed = networks.filter(isChanged);
  const rest = networks.filter((network) => !isChanged(network));
  return {
    ...{ id: "networks", title: "Networks", count: networks.length },
    content: [
      changed.map((network) => vpcView(network, links)),
      rest.length > 0 &&
        folded(
          ["In which nothing changes ", h("span", { class: "amount" }, counted(rest.length))],
          rest.map((network) => vpcView(network, links)),
        ),
    ],
  };
}

const isChanged = ({ op, subnets, gateways, endpoints }: VpcNetwork): boolean =>
  [op, ...[...subnets, ...gateways, ...endpoints].map((part) => part.op)].some(
    (one) => one !== "same" && one !== "read",
  );

function vpcView(network: VpcNetwork, links: Links): Node {
  const { subnets, gateways, endpoints, cidr, region } = network;
  const zones = [...new Set(subnets.map(({ zone }) => zone))].sort();
  const inSubnets = new Set(subnets.map(({ urn }) => urn));
  const atTheEdge = gateways.filter(({ subnet }) => !inSubnets.has(subnet));
  return h(
    "figure",
    { class: "vpc" },
    h(
      "figcaption",
      {},
      h(
        "h3",
        {},
        "VPC ",
        changeLink(links, network.urn, network.name),
        " ",
        network.op !== "same" && operationBadge(network.op),
      ),
      h(
        "p",
        { class: "where" },
        cidr && h("span", {}, name(cidr)),
        region && h("span", {}, name(region)),
        h("span", {}, "in ", name(network.stack)),
      ),
    ),
    atTheEdge.length > 0 &&
      h(
        "ul",
        { class: "chips", "aria-label": "Gateways" },
        atTheEdge.map((gateway) => h("li", {}, gatewayView(gateway, links))),
      ),
    subnets.length > 0 && grid(network, zones, links),
    endpoints.length > 0 &&
      h(
        "ul",
        { class: "chips", "aria-label": "Endpoints" },
        endpoints.map((one) =>
          h("li", {}, boxed(one, links, `${one.kind === "gateway" ? "Gateway" : "Interface"} endpoint`, one.service)),
        ),
      ),
  );
}

/** A row for each kind of subnet, a column for each zone. */
function grid({ subnets, gateways, name: of }: VpcNetwork, zones: readonly string[], links: Links): Node {
  const cells = groupBy(subnets, ({ kind, zone }) => `${kind} ${zone}`);
  const inside = groupBy(gateways, ({ subnet }) => subnet);
  const kinds = (Object.keys(tiers) as Subnet["kind"][]).filter((kind) =>
    subnets.some((subnet) => subnet.kind === kind),
  );
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "group", "aria-label": `Subnets of ${of}` },
    h(
      "table",
      { class: "grid" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("td", {}),
          zones.map((zone) => h("th", { scope: "col" }, zone === "" ? "Zone not known yet" : name(zone))),
        ),
      ),
      h(
        "tbody",
        {},
        kinds.map((kind) =>
          h(
            "tr",
            {},
            h(
              "th",
              { scope: "row" },
              h("strong", {}, tiers[kind].title),
              h("span", { class: "type" }, tiers[kind].what),
            ),
            zones.map((zone) =>
              h(
                "td",
                {},
                (cells.get(`${kind} ${zone}`) ?? []).map((subnet) =>
                  subnetView(subnet, inside.get(subnet.urn) ?? [], links),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

const subnetView = (subnet: Subnet, gateways: readonly Gateway[], links: Links): Node =>
  boxed(
    subnet,
    links,
    subnet.cidr === "" ? "range not known yet" : subnet.cidr,
    subnet.name,
    gateways.map((gateway) => gatewayView(gateway, links)),
  );

const gatewayView = (gateway: Gateway, links: Links): Node =>
  boxed(gateway, links, gatewayWords[gateway.kind], gateway.name);

/** A box whose border and words tell what happens to what is in it. */
const boxed = ({ op, urn }: Placed, links: Links, above: string, title: string, inside: Child = undefined): Node =>
  h(
    "div",
    { class: `box box-${op}` },
    h("div", { class: "box-kind" }, name(above), op !== "same" && [" ", operationBadge(op)]),
    h("div", { class: "box-name" }, changeLink(links, urn, title)),
    inside,
  );

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
