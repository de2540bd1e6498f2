// The talk is over: what still waited on this phone is wiped.

try {
  localStorage.removeItem(`dekkend-gesprek-${document.querySelector("[data-over]").dataset.over}`);
} catch {
  // Storage is shut: nothing was kept.
}
