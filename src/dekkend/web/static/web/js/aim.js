// Bouwstenen go where one was writing last: the choice of the text follows the cursor.

const aim = document.querySelector("select[data-aim]");

document.addEventListener("focusin", ({ target }) => {
  const key = target.matches("textarea") && target.form?.id.replace(/^tekst-/, "");
  if (aim && key && [...aim.options].some((option) => option.value === key)) aim.value = key;
});
