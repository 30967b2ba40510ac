/**
 * Our Node.js language host, for machines where only the Pulumi CLI could be built: the official one is part of the
 * official distribution alone. The engine starts it as `pulumi-language-nodejs [flags] <engine address>`, reads its port
 * from the first line of standard output, and speaks the LanguageRuntime protocol
 * (https://github.com/pulumi/pulumi/blob/v3.250.0/proto/pulumi/language.proto).
 */
import { Children } from "./children";
import { serve } from "./grpc";
import { languageService } from "./service";

const engineAddress = process.argv.slice(2).findLast((argument) => !argument.startsWith("-")) ?? "";
const children = new Children();

async function main(): Promise<void> {
  const { service, implementation } = languageService({ engineAddress, children });
  const { port } = await serve(service, implementation);
  console.log(port);
}

/** Programs and packs never outlive the engine, however it ended. */
async function stop(): Promise<void> {
  await children.stopAll();
  process.exit(0);
}

process.on("SIGINT", stop);
process.on("SIGTERM", stop);
// The engine holds the other end of standard input as long as it lives.
process.stdin.on("end", stop).resume();

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
