import { ProgramInfo } from "@pulumi/pulumi/proto/language_pb";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { describe, expect, it } from "vitest";
import { optionVariables, runtimeOptions, splitWords } from "../../../../tools/engine/language-host/options";

const programWith = (options: Parameters<typeof Struct.fromJavaScript>[0]) =>
  new ProgramInfo().setOptions(Struct.fromJavaScript(options));

describe("runtimeOptions", () => {
  it("loads TypeScript by default", () => {
    expect(runtimeOptions(undefined)).toEqual({ typescript: true, nodeargs: [], tsconfig: undefined });
    expect(optionVariables(undefined)).toEqual({ PULUMI_NODEJS_TYPESCRIPT: "true" });
  });

  it("reads what a project says", () => {
    const info = programWith({ typescript: false, nodeargs: "--require ./a.js", tsconfig: "other.json" });
    expect(runtimeOptions(info)).toEqual({
      typescript: false,
      nodeargs: ["--require", "./a.js"],
      tsconfig: "other.json",
    });
    expect(optionVariables(info)).toEqual({ PULUMI_NODEJS_TSCONFIG_PATH: "other.json" });
  });
});

describe("splitWords", () => {
  it.each([
    ["", []],
    ["  --inspect   --trace-warnings ", ["--inspect", "--trace-warnings"]],
    [`--require "./my hooks/a.js" -C='x y'`, ["--require", "./my hooks/a.js", "-C=x y"]],
    [`--title="it's"`, ["--title=it's"]],
  ])("splits %j as a shell does", (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it("gives back any words that were quoted", () => {
    const word = fc.string().filter((text) => !text.includes('"'));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(splitWords(words.map((text) => `"${text}"`).join(" "))).toEqual(words);
      }),
    );
  });
});
