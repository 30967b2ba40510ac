import { listenerTypes } from "../../../core/load-balancers";
import { type Report, type Resource, resourceRule, type Typed } from "../../../core/rule";
import { forEachKnown, isSet } from "../../../core/unknown";

/** Load balancers take HTTPS, and send HTTP there. */
export const lbHttpsOnly = resourceRule({
  name: "lb-https-only",
  title: "Load balancers take HTTPS or TLS; over HTTP they only redirect to HTTPS.",
  severity: "high",
  types: [...listenerTypes, "aws:elb/loadBalancer:LoadBalancer"],
  controls: {
    "nist-800-53-r5": [
      ...["AC-4", "AC-4(22)", "AC-17(2)", "AC-24(1)", "AU-9(3)", "CA-9", "IA-5(1)", "PM-17", "SC-7(4)"],
      ...["SC-7(5)", "SC-8", "SC-8(1)", "SC-8(2)", "SC-8(3)", "SC-8(4)", "SC-8(5)", "SC-13", "SC-23"],
      ...["SC-23(5)", "SI-1"],
    ],
    "pci-4.0": ["1.2.5", "2.2.5", "2.2.7", "4.2.1", "8.3.2"],
  },
  remediationSteps:
    'Set protocol to "HTTPS" with a certificate of ACM; on port 80 let the default action redirect to HTTPS. Replace a Classic Load Balancer.',
  docs: {
    why: "Whoever is on the way between a user and the load balancer reads and changes what is sent over HTTP, sessions included.",
    good: {
      "aws:lb/listener:Listener": { port: 443, protocol: "HTTPS" },
      "aws:alb/listener:Listener": {
        port: 80,
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
      },
      "aws:elb/loadBalancer:LoadBalancer": {
        listeners: [{ lbPort: 443, lbProtocol: "https", instancePort: 8080, instanceProtocol: "http" }],
      },
    },
  },
  check({ type, props }, report) {
    if (type !== "aws:elb/loadBalancer:LoadBalancer") {
      judgeListener(props, report);
      return;
    }
    forEachKnown(props.listeners, ({ lbProtocol }) => {
      if (["http", "tcp"].includes(lbProtocol?.toLowerCase() ?? "")) {
        report("a listener takes unencrypted traffic: set lbProtocol to https or ssl");
      }
    });
  },
});

type Listener = Typed<Resource, (typeof listenerTypes)[number]>["props"];

function judgeListener(listener: Listener, report: Report): void {
  // Listeners of gateway load balancers have neither. An application load balancer's protocol is HTTP by default.
  if (!isSet(listener, "protocol") && !isSet(listener, "port")) return;
  const protocol = listener.protocol ?? "HTTP";
  if (protocol === "HTTP") {
    if (!redirects(listener)) report('the listener answers over HTTP: set protocol to "HTTPS", or redirect to HTTPS');
  } else if (protocol === "HTTPS" && listener.port === 80) {
    report("clients speak plain HTTP to port 80: set port to 443, and redirect from port 80 to HTTPS");
  }
}

/** Whether all that it does in the end is to send clients to HTTPS; before that it may ask them to sign in. */
function redirects({ defaultActions }: Listener): boolean {
  let toHttps = (defaultActions?.length ?? 0) > 0;
  forEachKnown(defaultActions, (action) => {
    toHttps &&= action.type === "redirect" && action.redirect?.protocol === "HTTPS";
  });
  return toHttps;
}
