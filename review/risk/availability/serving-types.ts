import type { RiskId } from "../table";

/** A type of things that others use while they run. */
export interface Serving {
  /** What stops or changes with one, as the end of a sentence. */
  readonly stops: string;
  readonly deleted: RiskId;
  /** Where the new one is there before the old one goes. */
  readonly replaced: RiskId;
  /** The page that says so. */
  readonly source: string;
}

const aws = "https://docs.aws.amazon.com";
const kubernetes = "https://kubernetes.io/docs/concepts";

const serves = (stops: string, source: string): Serving => ({
  ...{ stops, deleted: "serving-deleted", replaced: "serving-replaced" },
  source: source.startsWith("https:") ? source : `${aws}${source}`,
});

const balancer = serves(
  "its DNS name goes, and connections break",
  "/elasticloadbalancing/latest/application/load-balancer-delete.html",
);
const targets = serves(
  "its targets get no traffic until they are registered and healthy",
  "/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
);
const listener = serves(
  "connections to its port break",
  "/elasticloadbalancing/latest/application/delete-listener.html",
);
const rule = serves(
  "requests that match it go elsewhere",
  "/elasticloadbalancing/latest/application/listener-rules.html",
);
const route: Serving = {
  ...serves("traffic that took it goes elsewhere or nowhere", "/vpc/latest/userguide/VPC_Route_Tables.html"),
  ...{ deleted: "routes-changed", replaced: "routes-changed" },
};
const address: Serving = {
  ...serves("what leaves by it has another address or none", "/vpc/latest/userguide/nat-gateway-basics.html"),
  ...{ deleted: "addresses-changed", replaced: "addresses-changed" },
};
const nodes: Serving = {
  ...serves("its pods have to move", "/eks/latest/userguide/delete-managed-node-group.html"),
  ...{ deleted: "nodes-replaced", replaced: "nodes-replaced" },
};
const link = (what: string, source: string) => serves(`${what} cannot be reached through it`, source);
const certificate: Serving = {
  ...serves("what it is for has another certificate or none", "/acm/latest/userguide/gs-acm-delete.html"),
  ...{ replaced: "certificate-changed" },
};
const api = serves("its address goes, and calls fail", "/apigateway/latest/developerguide/how-to-deploy-api.html");
const lambda = serves("calls of it fail", "/lambda/latest/api/API_DeleteFunction.html");
const workload = (page: string) => serves("its pods go", `${kubernetes}/${page}`);

/** Everything that serves, by type. */
export const servingTypes: Readonly<Record<string, Serving>> = {
  "aws:lb/loadBalancer:LoadBalancer": balancer,
  "aws:alb/loadBalancer:LoadBalancer": balancer,
  "aws:elb/loadBalancer:LoadBalancer": balancer,
  "aws:lb/targetGroup:TargetGroup": targets,
  "aws:alb/targetGroup:TargetGroup": targets,
  "aws:lb/listener:Listener": listener,
  "aws:alb/listener:Listener": listener,
  "aws:lb/listenerRule:ListenerRule": rule,
  "aws:alb/listenerRule:ListenerRule": rule,
  "aws:ec2/route:Route": route,
  "aws:ec2/routeTable:RouteTable": route,
  "aws:ec2/routeTableAssociation:RouteTableAssociation": route,
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": route,
  "aws:ec2transitgateway/route:Route": route,
  "aws:ec2transitgateway/routeTable:RouteTable": route,
  "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": route,
  "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation": route,
  "aws:ec2/natGateway:NatGateway": address,
  "aws:ec2/eip:Eip": address,
  "aws:ec2/eipAssociation:EipAssociation": address,
  "aws:ec2/vpc:Vpc": link("what is in it", "/vpc/latest/userguide/delete-vpc.html"),
  "aws:ec2/subnet:Subnet": link("what is in it", "/vpc/latest/userguide/subnet-deleting.html"),
  "aws:ec2/internetGateway:InternetGateway": link("the Internet", "/vpc/latest/userguide/VPC_Internet_Gateway.html"),
  "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": link(
    "the Internet",
    "/vpc/latest/userguide/VPC_Internet_Gateway.html",
  ),
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": link(
    "the Internet by IPv6",
    "/vpc/latest/userguide/egress-only-internet-gateway.html",
  ),
  "aws:ec2/vpcEndpoint:VpcEndpoint": link("its service", "/vpc/latest/privatelink/create-interface-endpoint.html"),
  "aws:ec2/vpcEndpointService:VpcEndpointService": link(
    "what is behind it",
    "/vpc/latest/privatelink/create-endpoint-service.html",
  ),
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": link(
    "the other VPC",
    "/vpc/latest/peering/create-vpc-peering-connection.html",
  ),
  "aws:ec2/vpnConnection:VpnConnection": link("the other network", "/vpn/latest/s2svpn/delete-vpn.html"),
  "aws:ec2/vpnGateway:VpnGateway": link("the other network", "/vpn/latest/s2svpn/delete-vpn.html"),
  "aws:ec2transitgateway/transitGateway:TransitGateway": link(
    "every attached network",
    "/vpc/latest/tgw/tgw-transit-gateways.html",
  ),
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment": link(
    "what is behind the transit gateway",
    "/vpc/latest/tgw/tgw-vpc-attachments.html",
  ),
  "aws:directconnect/connection:Connection": link(
    "the other network",
    "/directconnect/latest/UserGuide/dedicated_connection.html",
  ),
  "aws:route53/record:Record": {
    ...serves(
      "its name leads nowhere or elsewhere",
      "/Route53/latest/DeveloperGuide/resource-record-sets-deleting.html",
    ),
    ...{ deleted: "dns-changed", replaced: "dns-changed" },
  },
  "aws:acm/certificate:Certificate": certificate,
  "aws:iam/serverCertificate:ServerCertificate": certificate,
  "aws:cloudfront/distribution:Distribution": serves(
    "its domain name goes",
    "/AmazonCloudFront/latest/DeveloperGuide/HowToDeleteDistribution.html",
  ),
  "aws:apigateway/restApi:RestApi": api,
  "aws:apigateway/stage:Stage": api,
  "aws:apigatewayv2/api:Api": api,
  "aws:apigatewayv2/stage:Stage": api,
  "aws:apigatewayv2/route:Route": api,
  "aws:lambda/function:Function": lambda,
  "aws:lambda/alias:Alias": lambda,
  "aws:lambda/functionUrl:FunctionUrl": lambda,
  "aws:lambda/eventSourceMapping:EventSourceMapping": serves(
    "its events wait or are lost",
    "/lambda/latest/api/API_DeleteEventSourceMapping.html",
  ),
  "aws:ecs/service:Service": serves("its tasks stop", "/AmazonECS/latest/developerguide/delete-service-v2.html"),
  "aws:ecs/cluster:Cluster": serves(
    "its services stop",
    "/AmazonECS/latest/developerguide/delete_cluster-new-console.html",
  ),
  "aws:autoscaling/group:Group": {
    ...nodes,
    stops: "its machines are terminated",
    source: `${aws}/autoscaling/ec2/userguide/as-process-shutdown.html`,
  },
  "aws:eks/nodeGroup:NodeGroup": nodes,
  "aws:eks/fargateProfile:FargateProfile": {
    ...nodes,
    source: `${aws}/eks/latest/userguide/delete-fargate-profile.html`,
  },
  "aws:eks/addon:Addon": serves(
    "what it does for the whole cluster stops",
    "/eks/latest/userguide/removing-an-add-on.html",
  ),
  "aws:rds/proxy:Proxy": serves("connections through it break", "/AmazonRDS/latest/UserGuide/rds-proxy-managing.html"),
  "aws:rds/clusterInstance:ClusterInstance": serves(
    "connections to it break; the cluster has one less to fail over to",
    "/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html",
  ),
  "aws:docdb/clusterInstance:ClusterInstance": serves(
    "connections to it break; the cluster has one less to fail over to",
    "/documentdb/latest/developerguide/db-instance-delete.html",
  ),
  "aws:neptune/clusterInstance:ClusterInstance": serves(
    "connections to it break; the cluster has one less to fail over to",
    "/neptune/latest/userguide/manage-console-instances-delete.html",
  ),
  "kubernetes:apps/v1:Deployment": workload("workloads/controllers/deployment/"),
  "kubernetes:apps/v1:DaemonSet": workload("workloads/controllers/daemonset/"),
  "kubernetes:core/v1:Service": serves("its name and addresses go", `${kubernetes}/services-networking/service/`),
  "kubernetes:networking.k8s.io/v1:Ingress": serves(
    "its hosts lead nowhere",
    `${kubernetes}/services-networking/ingress/`,
  ),
  "kubernetes:networking.k8s.io/v1:IngressClass": serves(
    "its ingresses are served by nobody",
    `${kubernetes}/services-networking/ingress/`,
  ),
  "kubernetes:core/v1:ServiceAccount": serves(
    "its pods lose their identity",
    `${kubernetes}/security/service-accounts/`,
  ),
};

/** What stops with a thing of `type`; undefined where nothing uses it while it runs. */
export const servingOf = (type: string): Serving | undefined => servingTypes[type];
