import { writeFileSync } from "node:fs";
import * as aws from "@pulumi/aws";
import { LocalWorkspace } from "@pulumi/pulumi/automation";
import { EngineCommand } from "../../cli/engine/command";
import { withoutTraces } from "../../cli/engine/program";
import { openSandbox } from "../../cli/engine/sandbox-workplace";

/** Previews a program of many subnets, plain or as `foundation` runs programs; writes the CPU time of this process. */
async function main(): Promise<void> {
  const [mode, count, file] = process.argv.slice(2);
  const workplace = await openSandbox(() => {});
  const pulumiCommand = new EngineCommand(workplace.engine.executable, workplace.engine.version, workplace.env);
  const body = async () => {
    const provider = new aws.Provider("bench", { region: "eu-west-1", allowedAccountIds: ["111122223333"] });
    const vpc = new aws.ec2.Vpc("bench", { cidrBlock: "10.0.0.0/16" }, { provider });
    for (let i = 0; i < Number(count); i++) {
      const cidrBlock = `10.0.${Math.floor(i / 16)}.${(i % 16) * 16}/28`;
      new aws.ec2.Subnet(`subnet-${i}`, { vpcId: vpc.id, cidrBlock }, { provider });
    }
  };
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName: `bench-${mode}`, projectName: "foundation", program: body },
    { workDir: workplace.workDir, pulumiCommand },
  );
  const before = process.cpuUsage();
  const preview = () => stack.preview();
  await (mode === "plain" ? preview() : withoutTraces(preview));
  const { user, system } = process.cpuUsage(before);
  writeFileSync(file ?? "", JSON.stringify({ cpuMs: (user + system) / 1000 }));
  await workplace.close();
}

void main();
