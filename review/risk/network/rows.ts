import type { RiskRow } from "../table";

/** Risks by what networks let through, the worst first. */
export const networkRows = {
  "network-open-admin": {
    level: "critical",
    title: "The Internet can newly reach SSH, RDP or every port.",
    why: "Scanners find such a port within minutes, and passwords are guessed from then on.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    judges: "Security groups, network ACLs and their rules.",
  },
  "network-open-data": {
    level: "critical",
    title: "The Internet can newly reach a database, a cache or a console.",
    why: "Such services often answer without a password, or with a default one.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    judges: "Security groups, network ACLs and their rules; the ports of policy-packs/core/ports.ts.",
  },
  "network-open": {
    level: "high",
    title: "The Internet can newly reach a port.",
    why: "Whatever listens there has to withstand everybody.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    judges: "Security groups, network ACLs and their rules.",
  },
  "network-deny-removed": {
    level: "high",
    title: "A network ACL no longer keeps something out.",
    why: "What a rule with a higher number allows is now let in.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    judges: "Deny rules of network ACLs.",
  },
  "network-open-web": {
    level: "medium",
    title: "The Internet can newly reach port 80 or 443.",
    why: "Meant for most load balancers, and for little else.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    judges: "Security groups, network ACLs and their rules.",
  },
  "network-wide": {
    level: "medium",
    title: "A large range of addresses can newly reach something.",
    why: "Such a range is more than one network.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    judges: "Ranges of /16 and wider, IPv6 of /40 and wider.",
  },
  "network-egress": {
    level: "medium",
    title: "Something newly reaches the whole Internet on every port.",
    why: "Data leaves by any port.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    judges: "Outgoing rules.",
  },
  "network-unknown": {
    level: "medium",
    title: "Which addresses are let in is known only when it is made.",
    why: "It may be the Internet.",
    source: "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/",
    judges: "Rules with ranges or ports that are not known.",
  },
  "network-given": {
    level: "low",
    title: "Something else can newly reach or be reached.",
    why: "So that nobody has to work it out.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    judges: "Rules for groups, prefix lists, private and small ranges.",
  },
} as const satisfies Readonly<Record<string, RiskRow>>;
