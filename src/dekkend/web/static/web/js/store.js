// What stays on this device, in three boxes: changes that wait ("entries"), how rows stand since the page was made
// ("kept"), and one's own pace ("paces"). Where the browser keeps nothing it stays in memory, and isLasting says so.

const BOXES = ["entries", "kept", "paces"];
const memory = Object.fromEntries(BOXES.map((box) => [box, new Map()]));
let opening;

export let isLasting = true;

function database() {
  opening ??= new Promise((resolve) => {
    try {
      const ask = indexedDB.open("dekkend", 1);
      ask.onupgradeneeded = () => BOXES.forEach((box) => ask.result.createObjectStore(box, { keyPath: "key" }));
      ask.onsuccess = () => resolve(ask.result);
      ask.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening.then((base) => {
    isLasting = base !== null;
    return base;
  });
}

// Read and write one row in one go. `alter(row)` gives the row as it becomes, null to remove it, undefined to leave it.
export async function change(box, key, alter) {
  const base = await database();
  if (!base) return changeInMemory(box, key, alter);
  try {
    return await new Promise((resolve, reject) => {
      const work = base.transaction(box, "readwrite");
      const rows = work.objectStore(box);
      const ask = rows.get(key);
      let row;
      ask.onsuccess = () => {
        row = alter(ask.result);
        if (row === null) rows.delete(key);
        else if (row !== undefined) rows.put(row);
      };
      work.oncomplete = () => resolve(row);
      work.onabort = () => reject(work.error);
    });
  } catch {
    opening = Promise.resolve(null); // the disk is full, or the browser shut it: what was kept stays there
    return change(box, key, alter);
  }
}

function changeInMemory(box, key, alter) {
  const row = alter(memory[box].get(key));
  if (row === null) memory[box].delete(key);
  else if (row !== undefined) memory[box].set(key, row);
  return row;
}

export async function all(box) {
  const base = await database();
  if (!base) return [...memory[box].values()];
  return new Promise((resolve) => {
    const ask = base.transaction(box).objectStore(box).getAll();
    ask.onsuccess = () => resolve(ask.result);
    ask.onerror = () => resolve([]);
  });
}

// Everything of which `test(row)` holds goes from this device.
export async function forget(test) {
  for (const box of BOXES) {
    for (const row of await all(box)) if (test(row)) await change(box, row.key, () => null);
  }
}
