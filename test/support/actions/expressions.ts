import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** What expressions can read: github, needs, matrix and so on, as plain JSON. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How it stands with what ran before, which success() and the like answer. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

/** The value of an expression of GitHub Actions, by GitHub's own evaluator. @throws Error for what it does not know. */
export function evaluate(expression: string, contexts: Contexts, status?: Status): data.ExpressionData {
  const functions = new Map(
    Object.entries(status === undefined ? {} : { ...status, always: true }).map(([name, value]) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) },
    ]),
  );
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse();
  const values: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
  if (!(values instanceof data.Dictionary)) throw new Error("the contexts are no object");
  return new Evaluator(parsed, values, functions).evaluate();
}

/** A text of a workflow with its expressions in `${{ }}` filled in. */
export function filled(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => evaluate(expression, contexts).coerceString());
}

/** A value of a workflow: one expression keeps its type, everything else is text. */
export function filledValue(value: unknown, contexts: Contexts): unknown {
  if (typeof value === "string") {
    const [, only] = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value.trim()) ?? [];
    if (only === undefined) return filled(value, contexts);
    return JSON.parse(JSON.stringify(evaluate(only, contexts), data.replacer));
  }
  if (Array.isArray(value)) return value.map((item) => filledValue(item, contexts));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filledValue(item, contexts)]));
}

/** Whether a job or step runs: without a status function everything before it has to have succeeded. */
export function holds(condition: unknown, contexts: Contexts, status: Status): boolean {
  const text = condition === undefined ? "success()" : String(condition);
  const expression = text.trim().replace(/^\$\{\{(.*)\}\}$/s, "$1");
  const asksStatus = /\b(success|failure|cancelled|always)\(\)/.test(expression);
  const value = evaluate(asksStatus ? expression : `success() && (${expression})`, contexts, status).coerceString();
  return !["", "false", "0"].includes(value);
}
