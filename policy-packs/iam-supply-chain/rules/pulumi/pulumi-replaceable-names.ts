import { untypedRule } from "../../../core/rule";

/**
 * Types that others hold on to, with changes that replace them, by the error of AWS that then comes of a fixed name: the
 * provider deletes what has one before it makes the next (github.com/pulumi/pulumi-aws/issues/4220, 4226).
 */
const types = [
  // ResourceInUse: a listener forwards to it.
  "aws:lb/targetGroup:TargetGroup",
  // DependencyViolation: a network interface is in it.
  "aws:ec2/securityGroup:SecurityGroup",
  // InvalidDBParameterGroupState and the like: a database uses it.
  "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
  "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
  "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  "aws:rds/optionGroup:OptionGroup",
  "aws:rds/parameterGroup:ParameterGroup",
  // ResourceInUse: a group starts instances from it.
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  // ClientException: a queue has a relationship with it.
  "aws:batch/computeEnvironment:ComputeEnvironment",
  // WAFAssociatedItemException: a web ACL refers to it.
  "aws:wafv2/ipSet:IpSet",
  "aws:wafv2/ruleGroup:RuleGroup",
];

/** What is in use can be replaced. */
export const pulumiReplaceableNames = untypedRule({
  name: "pulumi-replaceable-names",
  title: "What others hold on to has a name that is made anew with it.",
  severity: "low",
  types,
  controls: {},
  remediationSteps: "Leave name out, or set namePrefix in its place.",
  docs: {
    why: "With a fixed name the old one must go before the new one comes, which AWS refuses while a listener, a database or an instance uses it: the deployment stops half-way.",
    good: [
      {
        type: "aws:lb/targetGroup:TargetGroup",
        name: "web",
        props: { namePrefix: "web-", port: 8080, protocol: "HTTP" },
      },
    ],
  },
  check({ props }, report) {
    const { name } = props;
    if (typeof name === "string" && name !== "" && !isGenerated(name)) {
      report("a replacement must delete it first, which fails while it is in use: leave name out or set namePrefix");
    }
  },
});

/**
 * Whether `name` ends as one does that a provider made: in random letters and digits, or a time. Policies are not told
 * which names were made so.
 */
const isGenerated = (name: string): boolean =>
  /[-_]([0-9a-f]{7,}|(?=\w*\d)(?=\w*[a-z])[0-9a-z]{8,})$|\d{12,}$/.test(name);
