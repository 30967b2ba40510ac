import { ec2NoPipedScripts } from "../../../../policy-packs/iam-supply-chain/rules/ec2/ec2-no-piped-scripts";
import { testRule } from "../../../support/rule";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const site = "https://example.com/install.sh";
const running = (userData: string) => ({ set: { userData } });

testRule(ec2NoPipedScripts, {
  bad: {
    "a download into a shell": running(`#!/bin/sh\ncurl -fsSL ${site} | sh\n`),
    "a download into bash as root": running(`wget -qO- ${site} | sudo -E bash -s -- --yes`),
    "a download into a shell by its path": running(`curl ${site} | /bin/bash`),
    "a download into a shell on the next line": running(`curl -fsSL \\\n  ${site} \\\n  | sh`),
    "a download through a filter": running(`curl ${site} | tee /tmp/log | bash`),
    "a download into Python": running(`curl ${site} | python3 -\n`),
    "a download into Python, nothing more": running(`curl ${site} | sudo python3`),
    "a file that is a download": running(`bash <(curl -s ${site})`),
    "a source that is a download": running(`source <(curl -s ${site})`),
    "a command that is a download": running(`sh -c "$(curl -fsSL ${site})"`),
    "an expression that is a download": running(`eval "$(wget -qO- ${site})"`),
    "an expression in backquotes": running(`eval \`curl ${site}\``),
    "PowerShell's way": running("iex ((New-Object Net.WebClient).DownloadString('https://example.com/install.ps1'))"),
    "PowerShell's other way": running("<powershell>\nirm https://example.com/install.ps1 | iex\n</powershell>"),
    base64: { set: { userDataBase64: base64(`curl ${site} | sh`) } },
    "a launch template": {
      of: "aws:ec2/launchTemplate:LaunchTemplate",
      set: { userData: base64(`#!/bin/sh\ncurl ${site} | sh\n`) },
    },
    "a launch configuration": {
      of: "aws:ec2/launchConfiguration:LaunchConfiguration",
      set: { userData: `curl ${site} | sh` },
    },
  },
  good: {
    "no user data": { props: {} },
    "a download that is compared": running(
      `curl -fsSLo /tmp/i.sh ${site}\necho "$SHA256  /tmp/i.sh" | sha256sum -c - && sh /tmp/i.sh`,
    ),
    "a token of the metadata service": running(
      'TOKEN=$(curl -X PUT http://169.254.169.254/latest/api/token)\ncurl -H "X-T: $TOKEN" http://169.254.169.254/ | jq -r .a',
    ),
    "JSON that Python reads": running(`curl ${site} | python3 -c 'import json,sys; print(json.load(sys.stdin)["a"])'`),
    "JSON that Python prints": running(`curl ${site} | python3 -m json.tool`),
    "lines that Perl filters": running(`curl ${site} | perl -ne 'print'`),
    "an archive": running("curl https://example.com/a.tgz | tar xz"),
    "something else into a shell": running("curl -O https://example.com/a.rpm; cat /opt/setup.sh | sh"),
    "a shell script by name": running(`curl -O ${site}`),
  },
  unknown: ["userData", "userDataBase64"],
});
