import { parse } from "yaml";
import { isRecord } from "./json";

/**
 * What a kubeconfig says, in YAML or JSON; undefined where there is none, or only the path of a file, whose contents
 * are those of whoever deploys.
 */
export function kubeconfigOf(text: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof text !== "string") return isRecord(text) ? text : undefined;
  try {
    const parsed: unknown = parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    // The error may quote the text; that it is no kubeconfig is all that callers need to know.
    return undefined;
  }
}

/** A kubeconfig that gets its credentials from AWS each time, as examples show it. */
export const exampleKubeconfig = JSON.stringify({
  apiVersion: "v1",
  kind: "Config",
  "current-context": "shop",
  clusters: [{ name: "shop", cluster: { server: "https://shop.example.com" } }],
  contexts: [{ name: "shop", context: { cluster: "shop", user: "aws" } }],
  users: [
    {
      name: "aws",
      user: {
        exec: {
          apiVersion: "client.authentication.k8s.io/v1",
          command: "aws",
          args: ["eks", "get-token", "--cluster-name", "shop"],
        },
      },
    },
  ],
});
