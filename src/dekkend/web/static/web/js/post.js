// The line to the server. Status 0: no answer.

const PATIENCE = 20000; // ms
const RETRY = [2, 4, 8, 16, 30]; // seconds

// No line, or a server that is busy: try again, each time a little later.
export const isShut = (status) => status === 0 || status === 408 || status === 429 || status >= 500;
export const waitAfter = (tries) => 1000 * RETRY[Math.min(tries, RETRY.length - 1)];

const address = (form) => form.getAttribute("action") || location.href;

export const post = (form, data) => exchange(address(form), data, {});

// One save of the queue: fields by name, in the name of this person ("" behind a code).
export function send(url, fields, person) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  data.set("csrfmiddlewaretoken", renewed || document.querySelector('[name="csrfmiddlewaretoken"]')?.value || "");
  return exchange(url, data, person ? { "Dekkend-Person": person } : {});
}

async function exchange(url, data, headers) {
  try {
    const answer = await fetch(url, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json", ...headers },
      signal: AbortSignal.timeout(PATIENCE),
      keepalive: document.visibilityState === "hidden",
    });
    if (answer.headers.get("Content-Type")?.startsWith("application/json")) {
      return { status: answer.status, body: await answer.json() };
    }
    // A page instead of an answer: sent on to the door, or something between here and the server.
    return { status: answer.redirected ? 401 : answer.ok ? 500 : answer.status, body: {} };
  } catch {
    return { status: 0, body: {} };
  }
}

// Who is signed in by now, as a mark; "" nobody, null when it is not to be had. The pass of the page is made fresh.
export async function whoIsHere(url) {
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    const { person, pass } = await answer.json();
    renew(pass);
    return person;
  } catch {
    return null;
  }
}

let renewed = ""; // a page need not have a form of its own

function renew(pass) {
  renewed = pass;
  for (const field of document.querySelectorAll('[name="csrfmiddlewaretoken"]')) field.value = pass;
}

// The pass against forged forms, taken from this same page as the server makes it now.
// "fresh": it stands in the page; "out": nobody is signed in; "": not to be had.
export async function freshPass(form) {
  const mine = form.elements.namedItem("csrfmiddlewaretoken");
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.redirected) return "out";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const pass = page.querySelector('[name="csrfmiddlewaretoken"]')?.value;
    if (!answer.ok || !mine || !pass) return "";
    renew(pass);
    return "fresh";
  } catch {
    return "";
  }
}
