import type { ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import { type Inputs, output, type Resource } from "@pulumi/pulumi";
import {
  type CallRequest,
  CallResponse,
  type ConstructRequest,
  ConstructResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { serializeResourceProperties } from "@pulumi/pulumi/runtime/rpc";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { componentOptions } from "./component-options";
import { constructComponent } from "./components";
import { answerEngine, failCallsByTheirRejections } from "./engine-call";
import { callMethod } from "./methods";
import { registerReferences } from "./references";
import { internals } from "./sdk-internals";

registerReferences();
failCallsByTheirRejections();

/** Answers Construct: registers the component and its children with the engine that calls. */
export function construct(
  call: ServerUnaryCall<ConstructRequest, ConstructResponse>,
  engineAddress: string,
  answer: sendUnaryData<ConstructResponse>,
): Promise<void> {
  return answerEngine(call, engineAddress, answer, async (request) => {
    const inputs = await internals.deserializeInputs(
      request.getInputs() ?? new Struct(),
      request.getInputdependenciesMap(),
    );
    const { component, state } = constructComponent(
      request.getType(),
      request.getName(),
      inputs,
      componentOptions(request),
    );
    const response = new ConstructResponse();
    response.setUrn(await urnOf(component));
    const { values, dependencies } = await serialize(`construct ${request.getName()}`, state);
    response.setState(values);
    for (const [key, urns] of dependencies) {
      const message = new ConstructResponse.PropertyDependencies();
      message.setUrnsList(urns);
      response.getStatedependenciesMap().set(key, message);
    }
    await internals.waitForRPCs();
    return response;
  });
}

/** Answers Call: a method of a component. */
export function call(
  request: ServerUnaryCall<CallRequest, CallResponse>,
  engineAddress: string,
  answer: sendUnaryData<CallResponse>,
): Promise<void> {
  return answerEngine(request, engineAddress, answer, async (message) => {
    const args = await internals.deserializeInputs(message.getArgs() ?? new Struct(), message.getArgdependenciesMap());
    const { values, dependencies } = await serialize(message.getTok(), callMethod(message.getTok(), args));
    const response = new CallResponse();
    response.setReturn(values);
    for (const [key, urns] of dependencies) {
      const returned = new CallResponse.ReturnDependencies();
      returned.setUrnsList(urns);
      response.getReturndependenciesMap().set(key, returned);
    }
    await internals.waitForRPCs();
    return response;
  });
}

async function serialize(label: string, state: Inputs) {
  const [values, dependencies] = await serializeResourceProperties(label, state);
  const urns = [...dependencies].map(async ([key, resources]): Promise<[string, string[]]> => {
    return [key, await Promise.all([...resources].map(urnOf))];
  });
  return { values: Struct.fromJavaScript(values), dependencies: await Promise.all(urns) };
}

/** The URN of a resource, known once it is registered. */
function urnOf(resource: Resource): Promise<string> {
  return new Promise((resolve) => output(resource.urn).apply(resolve));
}
