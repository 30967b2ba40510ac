import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Properties that a program may set on a type, as the installed SDK declares them. */
export interface Arguments {
  names: string[];
  required: string[];
}

const sdk = path.dirname(require.resolve("@pulumi/aws/package.json"));

/** The arguments of `type`, e.g. `aws:ec2/vpc:Vpc`; undefined where the SDK has no such type. */
export function argumentsOf(type: string): Arguments | undefined {
  const [pkg, module = "", name = ""] = type.split(":");
  const file = path.join(sdk, `${module}.d.ts`);
  if (pkg !== "aws" || !fs.existsSync(file)) return undefined;
  const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const args = source.statements.filter(ts.isInterfaceDeclaration).find((each) => each.name.text === `${name}Args`);
  if (args === undefined) return undefined;
  const members = args.members.filter(ts.isPropertySignature);
  return {
    names: members.map((member) => member.name.getText(source)),
    required: members.filter(({ questionToken }) => !questionToken).map((member) => member.name.getText(source)),
  };
}
