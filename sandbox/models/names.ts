import { activeStatus } from "../cloud/resource";
import type { Refusal } from "./model";

/** Refuses a name that something of the same type has already: of types whose id is their name. */
export function nameTaken(
  id: (request: Parameters<Refusal["when"]>[0]) => string,
  type: string,
  refusal: Pick<Refusal, "code" | "source"> & { message: (id: string) => string },
): Refusal {
  const { code, source, message } = refusal;
  return {
    code,
    source,
    on: ["create"],
    when: (request) => {
      const wanted = id(request);
      return request.scope.find(type, wanted)?.status === activeStatus ? message(wanted) : undefined;
    },
  };
}
