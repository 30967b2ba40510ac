import type { Rule } from "../../../core/rule";
import { costFreeGatewayEndpoints } from "./cost-free-gateway-endpoints";
import { costIdleLoadBalancer } from "./cost-idle-load-balancer";
import { costInterfaceEndpoints } from "./cost-interface-endpoints";
import { costNatGateways } from "./cost-nat-gateways";
import { costNatInOwnZone } from "./cost-nat-in-own-zone";
import { costUnattachedEip } from "./cost-unattached-eip";

export const networkRules: readonly Rule[] = [
  costFreeGatewayEndpoints,
  costIdleLoadBalancer,
  costInterfaceEndpoints,
  costNatGateways,
  costNatInOwnZone,
  costUnattachedEip,
];
