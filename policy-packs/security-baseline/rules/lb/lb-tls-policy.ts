import { listenerTypes } from "../../../core/load-balancers";
import { type Report, resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Load balancers speak TLS 1.2 or newer. */
export const lbTlsPolicy = resourceRule({
  name: "lb-tls-policy",
  title: "Load balancers take TLS 1.2 or newer only.",
  severity: "high",
  types: [...listenerTypes, "aws:elb/loadBalancerPolicy:LoadBalancerPolicy"],
  controls: {
    "nist-800-53-r5": ["SC-8(1)", "SC-23(5)"],
  },
  remediationSteps: `Set sslPolicy to "ELBSecurityPolicy-TLS13-1-2-2021-06"; a Classic Load Balancer's policy refers to "ELBSecurityPolicy-TLS-1-2-2017-01".`,
  docs: {
    why: "TLS 1.0 and 1.1 and old ciphers can be broken, so that somebody on the way reads what clients believe is secret.",
    good: {
      "aws:lb/listener:Listener": { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
      "aws:alb/listener:Listener": { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" },
      "aws:elb/loadBalancerPolicy:LoadBalancerPolicy": {
        policyTypeName: "SSLNegotiationPolicyType",
        policyAttributes: [{ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-TLS-1-2-2017-01" }],
      },
    },
  },
  check({ type, props }, report) {
    if (type === "aws:elb/loadBalancerPolicy:LoadBalancerPolicy") {
      if (props.policyTypeName === "SSLNegotiationPolicyType") {
        forEachKnown(props.policyAttributes, (attribute) => judge(attribute, report));
      }
    } else if (speaksTls(props) && !isTls12(props.sslPolicy)) {
      report(`old TLS is taken: set sslPolicy to ${recommended} or another one that begins with TLS 1.2`);
    }
  },
  remediate({ type, props }) {
    if (type === "aws:elb/loadBalancerPolicy:LoadBalancerPolicy") return;
    if (speaksTls(props) && !isTls12(props.sslPolicy)) props.sslPolicy = recommended;
  },
});

const recommended = "ELBSecurityPolicy-TLS13-1-2-2021-06";

const speaksTls = ({ protocol }: { readonly protocol?: string }): boolean => ["HTTPS", "TLS"].includes(protocol ?? "");

/**
 * By what AWS names them after: the oldest version that a policy takes. Without one it takes TLS 1.0
 * (ELBSecurityPolicy-2016-08: docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html).
 */
const isTls12 = (policy: string | undefined): boolean =>
  /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/.test(policy ?? "");

/** What a Classic Load Balancer's policy consists of: a policy of AWS's, or versions and ciphers one by one. */
function judge({ name = "", value }: { readonly name?: string; readonly value?: string }, report: Report): void {
  if (name === "Reference-Security-Policy") {
    if (!isTls12(value)) report("old TLS is taken: refer to ELBSecurityPolicy-TLS-1-2-2017-01 in policyAttributes");
  } else if (value?.toLowerCase() === "true" && !strong.test(name)) {
    report("an old version of TLS or a weak cipher is on: remove it from policyAttributes");
  }
}

/** TLS 1.2 with the ciphers of ELBSecurityPolicy-TLS-1-2-2017-01, and who chooses among them. */
const strong =
  /^(Protocol-TLSv1\.[23]|Server-Defined-Cipher-Order|(ECDHE-(ECDSA|RSA)-)?AES(128|256)-(GCM-)?SHA(256|384))$/;
