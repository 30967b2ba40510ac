import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb";

/** What `runtime: { name: nodejs, options: … }` of a Pulumi.yaml, PulumiPolicy.yaml or PulumiPlugin.yaml may say. */
export interface RuntimeOptions {
  /** Whether ts-node is to load .ts files. Default: true. */
  typescript: boolean;
  /** Arguments for node itself, e.g. `--max-old-space-size=4096`. Default: none. */
  nodeargs: string[];
  /** The tsconfig.json to use, from the program's folder. Default: the one there. */
  tsconfig: string | undefined;
}

export function runtimeOptions(info: ProgramInfo | undefined): RuntimeOptions {
  const options: Record<string, unknown> = info?.getOptions()?.toJavaScript() ?? {};
  return {
    typescript: options.typescript !== false,
    nodeargs: typeof options.nodeargs === "string" ? splitWords(options.nodeargs) : [],
    tsconfig: typeof options.tsconfig === "string" ? options.tsconfig : undefined,
  };
}

/** What the SDK's start scripts read of the options. */
export function optionVariables(info: ProgramInfo | undefined): NodeJS.ProcessEnv {
  const { typescript, tsconfig } = runtimeOptions(info);
  return {
    ...(typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
    ...(tsconfig ? { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig } : {}),
  };
}

/** Words as a shell splits them: at blanks, except inside single or double quotes. */
export function splitWords(text: string): string[] {
  const words = text.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
}
