import { s3PolicyNoPublicPrincipal } from "../../../../policy-packs/security-baseline/rules/s3/s3-policy-no-public-principal";
import { testRule } from "../../../support/rule";

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::invoices/*" };
const everyone = { ...allow, Principal: "*" };
const holding = (...statements: object[]) => ({
  set: { policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }) },
});
const when = (Condition: object) => holding({ ...everyone, Condition });
const user = "arn:aws:iam::111122223333:user/reader";

testRule(s3PolicyNoPublicPrincipal, {
  bad: {
    "a policy for everyone": holding(everyone),
    "a bucket for everyone": { of: "aws:s3/bucket:Bucket", ...holding(everyone) },
    "every AWS principal": holding({ ...allow, Principal: { AWS: "*" } }),
    "every AWS principal in a list": holding({ ...allow, Principal: { AWS: ["*"] } }),
    "everyone but one": holding({ ...allow, NotPrincipal: { AWS: user } }),
    "everyone behind a denial": holding({ ...everyone, Effect: "Deny" }, everyone),
    "everyone with an address": when({ IpAddress: { "aws:SourceIp": "192.0.2.0/24" } }),
    "everyone by TLS": when({ Bool: { "aws:SecureTransport": "true" } }),
    "users of every account": when({ ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::*" } }),
    "every user but one": when({ ArnNotEquals: { "aws:PrincipalArn": user } }),
    "a policy as an object": { set: { policy: { Statement: [everyone] } } },
    "what is no policy": { set: { policy: "public" } },
  },
  good: {
    "a bucket without a policy": { of: "aws:s3/bucket:Bucket", props: {} },
    "everyone denied": holding({ ...everyone, Effect: "Deny" }),
    "a denial without a principal": holding({ ...allow, Effect: "Deny" }),
    "a service": holding({ ...allow, Principal: { Service: "cloudfront.amazonaws.com" } }),
    "one user": when({ ArnEquals: { "aws:PrincipalArn": user } }),
    "one network": when({ StringEquals: { "aws:sourceVpce": "vpce-0123456789abcdef0" } }),
    "one organisation": when({ StringEquals: { "aws:PrincipalOrgID": "o-example1234" } }),
  },
  unknown: ["policy"],
});
