import { describe, expect, it } from "vitest";
import { markup } from "../../../review/html/view/markup";
import { h } from "../../../review/html/view/node";

describe("markup", () => {
  it("escapes texts and attributes", () => {
    const hostile = `</script><img src=x onerror="alert('1')">&amp;`;
    expect(markup(h("p", { title: hostile }, hostile))).toBe(
      '<p title="&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;">' +
        "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;</p>",
    );
  });

  it("shows what is invisible in what people read", () => {
    const turned = "safe\u202egnp.exe";
    expect(markup(h("p", { "aria-label": turned, id: turned }, turned))).toBe(
      `<p aria-label="safe\\u{202e}gnp.exe" id="${turned}">safe\\u{202e}gnp.exe</p>`,
    );
  });

  it("leaves out what is not there, and closes no empty element", () => {
    const node = h("p", { hidden: true, class: undefined, title: false }, false, undefined, ["a", ["b"]], h("br"));
    expect(markup(node)).toBe('<p hidden="">ab<br></p>');
  });
});
