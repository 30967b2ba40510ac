import { instanceTypes } from "../../../core/instances";
import { resourceRule } from "../../../core/rule";
import { decoded } from "../../../core/secrets";
import { forEachKnown } from "../../../core/unknown";

const setup = "#!/bin/sh\naws s3 cp s3://example-artifacts/setup-1.4.2.sh /tmp/setup.sh && sh /tmp/setup.sh\n";

const download = String.raw`\b(curl|wget)\b`;
/** What runs its input; interpreters do so only where they are told of no other program. */
const runner = String.raw`(sudo\s+(-\S+\s+)*)?(env\s+)?([\w/.]*\/)?((ba|da|z|k)?sh\b|(python3?|perl|ruby|node)[ \t]*(-?[ \t]*$|[;&|)]))`;
const substitution = "(\\$\\(|`)";

/** Ways to run what was downloaded without ever looking at it, in shells and in PowerShell. */
const piped = [
  new RegExp(String.raw`${download}[^\n;]*\|\s*${runner}`, "m"),
  new RegExp(String.raw`(^|[\s;&|])((ba|da|z|k)?sh|source|\.)\s+<\(\s*${download}`, "m"),
  new RegExp(String.raw`\b((ba|da|z|k)?sh\s+-c|eval)\s+["']?${substitution}\s*${download}`),
  /\b(iex|Invoke-Expression)\b[^\n]*(DownloadString|Invoke-WebRequest|Invoke-RestMethod|\biwr\b|\birm\b)/i,
  /(Invoke-WebRequest|Invoke-RestMethod|\biwr\b|\birm\b)[^\n]*\|\s*(iex|Invoke-Expression)\b/i,
];

/** Instances run what was looked at. */
export const ec2NoPipedScripts = resourceRule({
  name: "ec2-no-piped-scripts",
  title: "User data does not run scripts straight from a download.",
  severity: "high",
  types: instanceTypes,
  controls: {},
  remediationSteps:
    "Bake it into the image, or keep the script in a bucket of your own; where it must be downloaded, compare its sha256 before it runs.",
  docs: {
    why: "Each new instance runs, as root, whatever the site answers that day: whoever takes over the site or its domain has them all, and while it is down nothing scales.",
    good: {
      "aws:ec2/instance:Instance": { userData: setup },
      "aws:ec2/launchTemplate:LaunchTemplate": { userData: Buffer.from(setup).toString("base64") },
      "aws:ec2/launchConfiguration:LaunchConfiguration": { userData: setup },
    },
  },
  check({ props }, report) {
    const launched: { readonly userData?: string; readonly userDataBase64?: string } = props;
    forEachKnown(["userData", "userDataBase64"] as const, (property) => {
      const text = launched[property];
      if (typeof text !== "string") return;
      if ([text, decoded(text)].some((script) => runsDownload(script))) {
        report(`${property} runs a script straight from a download: compare its sha256 first, or keep a copy`);
      }
    });
  },
});

/** A line may go on after a backslash. */
const runsDownload = (script: string): boolean => {
  const lines = script.replace(/\\\r?\n/g, " ");
  return piped.some((way) => way.test(lines));
};
