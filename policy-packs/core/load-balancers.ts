/** Application, network and gateway load balancers, under both names of the provider. */
export const loadBalancerTypes = ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"] as const;

/** Their listeners. */
export const listenerTypes = ["aws:lb/listener:Listener", "aws:alb/listener:Listener"] as const;

interface LoadBalancer {
  readonly loadBalancerType?: string;
}

/** Whether it speaks HTTP, which is the default. */
export const isApplication = ({ loadBalancerType }: LoadBalancer): boolean =>
  (loadBalancerType ?? "application") === "application";

/** Whether it hands packets to appliances: it has no address, no listener's protocol and no logs. */
export const isGateway = ({ loadBalancerType }: LoadBalancer): boolean => loadBalancerType === "gateway";
