// Lets files be dropped anywhere on a form with data-drop, and names the chosen ones in its [data-dropped] place. Load with type="module".
for (const form of document.querySelectorAll("form[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  const place = form.querySelector("[data-dropped]");
  const list = place?.querySelector("ul");
  if (!input || !list) continue;
  const show = () => list.replaceChildren(...[...input.files].map((file) => Object.assign(document.createElement("li"), { textContent: file.name })));
  (input.closest(".field") || input).after(place);
  place.hidden = false;
  input.addEventListener("change", show);
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length || event.target === input) return;
    event.preventDefault();
    const several = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) several.items.add(file);
    input.files = several.files;
    show();
  });
  show();
}
