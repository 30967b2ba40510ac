import { randomUUID } from "node:crypto";
import { InvalidArgumentError } from "commander";
import { type CallName, callNames, type Fault, inWords, serviceOf, throttling } from "../../sandbox/faults/fault";
import { readFaults, timesStruck, writeFaults } from "../../sandbox/faults/store";
import { models } from "../../sandbox/models";
import { sandboxDir, sandboxParts } from "../engine/sandbox-workplace";
import { WrongUse } from "../errors";
import { writeJson } from "../finish";
import { plural } from "../report/words";

/** What was typed, as it was typed. */
export interface BreakOptions {
  service?: string;
  call?: string;
  type?: string;
  error?: string;
  lostAnswer?: boolean;
  crash?: string;
  latency?: string;
  rate?: string;
  times?: string;
  skip?: string;
  seed?: string;
  list?: boolean;
  clear?: boolean;
  json?: string;
}

/**
 * Makes the sandbox fail, tells how it is made to fail, or ends that.
 *
 * @throws WrongUse with every mistake, what is allowed, and an example; nothing is changed then.
 */
export function sandboxBreak(options: BreakOptions): void {
  const dir = sandboxParts(sandboxDir()).cloud;
  const { list, clear, json, ...described } = options;
  const faults = readFaults(dir);
  if (clear) {
    writeFaults(dir, []);
    tell(json, dir, [], `${plural(faults.length, "fault")} cleared`);
  } else if (list) {
    tell(json, dir, faults, faults.length === 0 ? "nothing is made to fail" : "");
  } else {
    const added = faultOf(described);
    writeFaults(dir, [...faults, added]);
    tell(json, dir, [added], "set; a running sandbox goes by it at once. To end it: foundation sandbox break --clear");
  }
}

function tell(json: string | undefined, dir: string, faults: Fault[], closing: string): void {
  const told = faults.map((fault) => ({ ...fault, struck: timesStruck(dir, fault) }));
  writeJson(json, { version: 1, faults: told });
  if (json === "-") return;
  const lines = told.map((fault) => `${inWords(fault)}; struck ${plural(fault.struck, "call")}`);
  process.stdout.write(`${[...lines, closing].filter(Boolean).join("\n")}\n`);
}

const example =
  "e.g. foundation sandbox break --service ec2 --call create --error InternalError --rate 0.1 --times 3 --seed 7";

/** The fault that the options describe. */
export function faultOf(options: Omit<BreakOptions, "list" | "clear" | "json">): Fault {
  const mistakes: string[] = [];
  const take = <T>(name: string, value: string | undefined, parse: (text: string) => T): T | undefined => {
    if (value === undefined) return undefined;
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      mistakes.push(`--${name} ${value}: ${error.message}`);
      return undefined;
    }
  };
  const fault = {
    service: take("service", options.service, (text) => oneOf(text, knownServices())),
    call: take("call", options.call, (text) => oneOf<CallName>(text, callNames)),
    type: take("type", options.type, knownType),
    error: take("error", options.error, errorCode),
    lostAnswer: options.lostAnswer,
    crash: take("crash", options.crash, (text) => oneOf(text, ["before", "after"] as const)),
    latencyMs: take("latency", options.latency, milliseconds),
    times: take("times", options.times, wholeNumber(1)),
    skip: take("skip", options.skip, wholeNumber(0)),
  };
  const rate = take("rate", options.rate, share) ?? 1;
  const seed = take("seed", options.seed, wholeNumber(0)) ?? 1;
  const { error, lostAnswer, crash, latency } = options;
  if (error === undefined && !lostAnswer && crash === undefined && latency === undefined) {
    mistakes.push("says not how to fail: --error CODE, --lost-answer, --crash before|after or --latency 200ms");
  }
  if (error !== undefined && lostAnswer) mistakes.push("--error and --lost-answer: a call fails in one way; set two");
  if (mistakes.length > 0) throw new WrongUse(["foundation sandbox break:", ...mistakes, example].join("\n  "));
  const given = Object.fromEntries(Object.entries(fault).filter(([, value]) => value !== undefined));
  return { ...given, id: randomUUID(), rate, seed };
}

const knownServices = () => [...new Set([...models.map(({ type }) => serviceOf(type)), "kubernetes", "sts"])].sort();

function oneOf<T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new InvalidArgumentError(`must be one of ${allowed.join(", ")}`);
  return found;
}

/** Any type, since those without a model of their own can fail too. */
function knownType(text: string): string {
  if (/^(aws|kubernetes):[\w./]+:\w+$/.test(text)) return text;
  throw new InvalidArgumentError("must be a type or function of Pulumi, e.g. aws:ec2/subnet:Subnet");
}

function errorCode(text: string): string {
  if (text === throttling || /^[A-Z][\w.]+$/.test(text)) return text;
  throw new InvalidArgumentError(`must be ${throttling} or an error code of AWS, e.g. InternalError`);
}

function milliseconds(text: string): number {
  const [, digits, unit] = /^(\d+)(ms|s)$/.exec(text) ?? [];
  if (digits === undefined) throw new InvalidArgumentError("must be a time in ms or s, e.g. 200ms");
  return Number(digits) * (unit === "s" ? 1000 : 1);
}

function share(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 1) return value;
  throw new InvalidArgumentError("must be more than 0 and at most 1, e.g. 0.1");
}

const wholeNumber =
  (least: number) =>
  (text: string): number => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`must be a whole number of at least ${least}, e.g. 3`);
  };
