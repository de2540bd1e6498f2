// From the clipboard of Word, a browser or a mail to our small Markdown: paragraphs, lists, bold, italic, links.

const SKIP =
  "script, style, head, title, meta, link, template, o\\:p, [data-style*='mso-list:Ignore'], [data-style*='mso-list: Ignore']";
const BLOCK = /^(P|DIV|H[1-6]|LI|UL|OL|TABLE|TBODY|THEAD|TR|BLOCKQUOTE|SECTION|ARTICLE|DL|DT|DD|BODY|PRE)$/;

// "" when there is nothing that plain text would not say as well.
export function toMarkdown(html) {
  const body = new DOMParser().parseFromString(unstyled(html), "text/html").body;
  const order = body.querySelectorAll("[class*='MsoList']");
  for (const item of order) item.dataset.item = isNumbered(item) ? "1." : "-";
  for (const waste of body.querySelectorAll(SKIP)) waste.remove();
  const lines = blocks(body, "").filter((block) => block.text);
  return lines.map(({ text, item }, number) => gap(lines[number - 1], item) + text).join("");
}

// The page forbids inline styles; here they are only read.
const unstyled = (html) => html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/\sstyle=/gi, " data-style=");

const isNumbered = (item) => /^[\s ]*(\d+|[a-z])[.)]/i.test(item.textContent);

const gap = (before, item) => (before === undefined ? "" : item && before.item ? "\n" : "\n\n");

// Every stretch of text in the order in which it stands.
function blocks(node, item) {
  const found = [];
  let run = [];
  const close = () => {
    const text = tidy(run.map((part) => inline(part)).join(""));
    if (text) found.push({ text: item ? `${item} ${text.replace(/\n+/g, " ")}` : text, item: Boolean(item) });
    run = [];
  };
  for (const child of node.childNodes) {
    const isWrapper = child.nodeType === 1 && (BLOCK.test(child.tagName) || child.querySelector("p, div, li, table"));
    if (!isWrapper) {
      run.push(child);
      continue;
    }
    close();
    found.push(...inside(child, item));
  }
  close();
  return found;
}

function inside(child, item) {
  if (child.tagName === "LI") {
    const isOrdered = child.parentElement.tagName === "OL";
    return blocks(child, isOrdered ? "1." : "-");
  }
  if (child.tagName === "TR") return row(child);
  return blocks(child, child.dataset.item ?? item);
}

// A table becomes a line for each row.
function row(tr) {
  const cells = [...tr.cells].map((cell) => tidy(inline(cell)).replace(/\n+/g, " ")).filter(Boolean);
  return cells.length ? [{ text: cells.join(", "), item: false }] : [];
}

function inline(node) {
  if (node.nodeType === 3) return node.data.replace(/[\s ]+/g, " ");
  if (node.nodeType !== 1) return "";
  if (node.tagName === "BR") return "\n";
  const text = [...node.childNodes].map(inline).join("");
  if (node.tagName === "A") return linked(text, node.getAttribute("href") ?? "");
  return around(around(text, isBold(node) ? "**" : ""), isItalic(node) ? "*" : "");
}

const style = (node) => node.dataset.style ?? "";

const isBold = (node) =>
  (/^(B|STRONG)$/.test(node.tagName) && !/font-weight:\s*(normal|400)/.test(style(node))) ||
  (node.tagName === "SPAN" && /font-weight:\s*(bold|[6-9]00)/.test(style(node)));

const isItalic = (node) =>
  (/^(I|EM)$/.test(node.tagName) && !/font-style:\s*normal/.test(style(node))) ||
  (node.tagName === "SPAN" && /font-style:\s*italic/.test(style(node)));

// The marks stand against the words, the space outside.
function around(text, mark) {
  const words = text.trim();
  if (!mark || !words || words.includes(mark)) return text;
  const at = text.indexOf(words);
  return text.slice(0, at) + mark + words + mark + text.slice(at + words.length);
}

function linked(text, address) {
  const words = text.trim();
  return words && /^(https?:|mailto:)/i.test(address) ? `[${words}](${address.replaceAll(")", "%29")})` : text;
}

const tidy = (text) => text.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ").trim();
