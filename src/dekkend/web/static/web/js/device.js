// Lets this copy open without a line: a small worker keeps its document and what that is made with, and nothing else.

export async function keepOnDevice({ copy, person, worker }) {
  // Needed later, and then they may have to come without a line.
  await Promise.allSettled([import("./clash.js"), import("./leave.js")]);
  if (!navigator.serviceWorker) return;
  const scope = copy.split("/").slice(0, 2).join("/") + "/";
  try {
    await navigator.serviceWorker.register(worker, { scope });
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ keep: copy, page: location.href.split("#")[0], person, assets: assets() });
  } catch {
    // A browser that keeps nothing: the copy needs a line then.
  }
}

function assets() {
  const loaded = performance.getEntriesByType("resource").map((one) => one.name.split("#")[0]);
  const made = loaded.filter((url) => url.startsWith(location.origin) && /\.(css|js|woff2|svg)$/.test(url));
  return [...new Set(made)].filter((url) => !url.endsWith("/bewaarder.js"));
}
