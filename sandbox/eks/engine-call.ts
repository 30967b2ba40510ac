import { AsyncLocalStorage } from "node:async_hooks";
import { type ServerUnaryCall, type ServiceError, type sendUnaryData, status } from "@grpc/grpc-js";
import { InputPropertiesError, InputPropertyError } from "@pulumi/pulumi";
import type { CallRequest, ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { resetOptions } from "@pulumi/pulumi/runtime/settings";
import { invalidInputs } from "./errors";
import { internals } from "./sdk-internals";

/** How a call that is under way fails from outside: by an error that nothing in it waits for. */
interface CallUnderWay {
  fail(error: unknown): void;
}

const callsUnderWay = new AsyncLocalStorage<CallUnderWay>();

/**
 * A rejected promise that nobody waits for fails the call it belongs to, and no other call and not the process: a
 * child whose registration fails is such a promise, as nothing in the component reads it.
 */
export function failCallsByTheirRejections(): void {
  process.on("unhandledRejection", (error) => {
    const call = callsUnderWay.getStore();
    if (call === undefined) throw error;
    call.fail(error);
  });
}

/**
 * Runs `body` with the SDK set up for the engine, project and stack that call, and answers once.
 *
 * Everything the SDK keeps of a run is kept per call, so calls of several engines at the same time do not mix.
 */
export async function answerEngine<Request extends ConstructRequest | CallRequest, Response>(
  call: ServerUnaryCall<Request, Response>,
  engineAddress: string,
  answer: sendUnaryData<Response>,
  body: (request: Request) => Promise<Response>,
): Promise<void> {
  await internals.withLocalStorage(async () => {
    // A caller that is gone (the update failed elsewhere, or was interrupted) never gets the answers that the body
    // waits for, so it must end the wait too.
    const response = await new Promise<Response>((resolve, reject) => {
      call.on("cancelled", () => reject(new Error("the engine cancelled the call")));
      callsUnderWay.run({ fail: reject }, () => {
        connect(call.request, engineAddress)
          .then(() => body(call.request))
          .then(resolve, reject);
      });
    }).then(
      (value) => ({ value, error: null }),
      (error: unknown) => ({ value: null, error: errorReply(error) }),
    );
    const { monitor, engine } = internals.connections();
    monitor?.close();
    engine?.close();
    answer(response.error, response.value);
  });
}

async function connect(request: ConstructRequest | CallRequest, engineAddress: string): Promise<void> {
  resetOptions(
    request.getProject(),
    request.getStack(),
    request.getParallel(),
    engineAddress,
    request.getMonitorendpoint(),
    request.getDryrun(),
    request.getOrganization(),
  );
  await internals.awaitFeatureSupport();
  internals.setAllConfig(Object.fromEntries(request.getConfigMap().entries()), request.getConfigsecretkeysList());
}

function errorReply(error: unknown): Partial<ServiceError> {
  if (InputPropertiesError.isInstance(error)) return invalidInputs(error.message, error.errors ?? []);
  if (InputPropertyError.isInstance(error)) return invalidInputs("an input is not valid", [error]);
  return { code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) };
}
