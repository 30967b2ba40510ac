import { ExceptionsError } from "../../policy-packs/core/exceptions/exceptions";
import { ParameterError } from "../../policy-packs/core/rule";
import { loadStandard, type Standard, StandardError } from "../../policy-packs/core/standard/file";
import { packs } from "../../policy-packs/rules";
import { WrongUse } from "../errors";

/** The standard in force for all packs. @throws WrongUse with every mistake in its files. */
export const standardOfAllPacks = (): Standard => withMistakes(() => loadStandard(packs));

/** Does `work` with the standard's settings. @throws WrongUse where they are wrong. */
export function withMistakes<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const theirs = [StandardError, ExceptionsError, ParameterError].some((kind) => error instanceof kind);
    throw theirs && error instanceof Error ? new WrongUse(error.message) : error;
  }
}
