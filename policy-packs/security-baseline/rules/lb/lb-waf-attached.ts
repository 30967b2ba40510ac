import { isApplication, loadBalancerTypes } from "../../../core/load-balancers";
import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { refersTo, someKnown } from "../../../core/unknown";

const restApi = "aws:apigateway/restApi:RestApi";
const stage = "aws:apigateway/stage:Stage";
const judged = [...loadBalancerTypes, stage] as const;

/** What speaks HTTP with the Internet is behind a firewall that understands it. */
export const lbWafAttached = stackRule({
  name: "lb-waf-attached",
  title: "Public application load balancers and stages of REST APIs have a web ACL.",
  severity: "medium",
  types: judged,
  controls: {
    "nist-800-53-r5": ["AC-4(21)"],
    "pci-4.0": ["6.4.1", "6.4.2", "1.2.8", "1.3.1", "1.3.2", "1.4.1", "1.4.2", "1.4.4", "1.5.1", "A1.1.3"],
  },
  remediationSteps:
    "Add an aws.wafv2.WebAclAssociation with the ARN of the load balancer or stage; where Firewall Manager attaches web ACLs, write an exception.",
  docs: {
    why: "Known attacks on web programs reach the program itself, which has to withstand all of them.",
    good: [
      { type: "aws:lb/loadBalancer:LoadBalancer", name: "shop", props: { internal: false } },
      {
        type: "aws:wafv2/webAclAssociation:WebAclAssociation",
        name: "shop-waf",
        props: { webAclArn: "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/shop/0a1b2c3d" },
        dependsOn: { resourceArn: ["shop"] },
      },
      { type: restApi, name: "orders", props: { endpointConfiguration: { types: "REGIONAL" } } },
      { type: stage, name: "orders-live", props: { stageName: "live" }, dependsOn: { restApi: ["orders"] } },
      {
        type: "aws:wafv2/webAclAssociation:WebAclAssociation",
        name: "orders-waf",
        props: { webAclArn: "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/shop/0a1b2c3d" },
        dependsOn: { resourceArn: ["orders-live"] },
      },
    ],
  },
  check(resource, report, stack) {
    if (resource.type === stage ? !isPublicStage(resource, stack) : !isPublicBalancer(resource)) return;
    if (!isProtected(resource, stack)) report("no web ACL protects it: add an aws.wafv2.WebAclAssociation");
  },
});

type Judged = Typed<StackResource, (typeof judged)[number]>;
type Stage = Typed<StackResource, typeof stage>;

const isPublicBalancer = ({ props }: Exclude<Judged, Stage>): boolean =>
  isApplication(props) && props.internal !== true;

/** Only where the stack has the API, which says whether it is private. */
const isPublicStage = (one: Stage, stack: Stack): boolean =>
  someKnown(
    stack.ofType(restApi).filter((api) => refersTo(one, "restApi", api)),
    ({ props }) => ![props.endpointConfiguration?.types].flat().includes("PRIVATE"),
  );

function isProtected(resource: Judged, stack: Stack): boolean {
  const associations = [
    ...stack.ofType("aws:wafv2/webAclAssociation:WebAclAssociation"),
    ...stack.ofType("aws:wafregional/webAclAssociation:WebAclAssociation"),
  ];
  return someKnown(associations, (association) => refersTo(association, "resourceArn", resource, judged));
}
