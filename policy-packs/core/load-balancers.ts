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

/** Annotations that make a load balancer internal, in the clouds that a manifest may come from, and their values. */
const internal: Readonly<Record<string, RegExp>> = {
  "service.beta.kubernetes.io/aws-load-balancer-scheme": /^internal$/,
  "service.beta.kubernetes.io/aws-load-balancer-internal": /^(true|0\.0\.0\.0\/0)$/,
  "service.beta.kubernetes.io/azure-load-balancer-internal": /^true$/,
  "networking.gke.io/load-balancer-type": /^internal$/i,
  "cloud.google.com/load-balancer-type": /^internal$/i,
};

interface Service {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, unknown>> | undefined } | undefined;
  readonly spec?: { readonly type?: string | undefined; readonly loadBalancerClass?: string | undefined } | undefined;
}

/** Whether a Service of Kubernetes has a load balancer on the Internet. */
export function hasPublicLoadBalancer({ metadata, spec }: Service): boolean {
  if (spec?.type !== "LoadBalancer") return false;
  const annotations: Readonly<Record<string, unknown>> = metadata?.annotations ?? {};
  const isInternal = Object.entries(internal).some(([key, value]) => value.test(String(annotations[key] ?? "")));
  // What the AWS Load Balancer Controller makes is internal unless its scheme says otherwise
  // (kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations).
  const byController =
    spec.loadBalancerClass === "service.k8s.aws/nlb" ||
    ["external", "nlb-ip"].includes(String(annotations["service.beta.kubernetes.io/aws-load-balancer-type"]));
  const scheme = annotations["service.beta.kubernetes.io/aws-load-balancer-scheme"];
  return !isInternal && !(byController && (scheme ?? "internal") === "internal");
}
