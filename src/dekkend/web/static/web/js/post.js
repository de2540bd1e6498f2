// The line to the server. Status 0: no answer.

const PATIENCE = 20000; // ms

const address = (form) => form.getAttribute("action") || location.href;

export async function post(form, data) {
  try {
    const answer = await fetch(address(form), {
      method: "POST",
      body: data,
      headers: { Accept: "application/json" },
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
    for (const field of document.querySelectorAll('[name="csrfmiddlewaretoken"]')) field.value = pass;
    return "fresh";
  } catch {
    return "";
  }
}
