import { type handleUnaryCall, type StatusObject, status } from "@grpc/grpc-js";
import { ParameterError } from "../core/rule";
import { ConfigurationError } from "./configuration";

/** A handler that answers one message with another; `peer` tells the engines apart. What is thrown ends the engine's run. */
export function unary<Request, Response>(
  answer: (request: Request, peer: string) => Response,
): handleUnaryCall<Request, Response> {
  return (call, done) => {
    let response: Response;
    try {
      response = answer(call.request, call.getPeer());
    } catch (error) {
      done(asStatus(error));
      return;
    }
    done(null, response);
  };
}

/** Mistakes of users are told in words, those of the pack by where they are: messages may quote a value, which may be secret. */
function asStatus(error: unknown): Partial<StatusObject> {
  if (error instanceof ConfigurationError || error instanceof ParameterError) {
    return { code: status.INVALID_ARGUMENT, details: error.message };
  }
  const kind = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  return { code: status.INTERNAL, details: [`the policy pack failed: ${kind}`, ...frames].join("\n") };
}
