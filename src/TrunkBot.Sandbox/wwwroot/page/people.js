export const people = [
  { key: "riya", name: "Riya", role: "requester" },
  { key: "omar", name: "Omar", role: "approver" },
  { key: "mei", name: "Mei", role: "approver" },
  { key: "ada", name: "Ada", role: "admin" },
  { key: "eve", name: "Eve", role: "stranger" },
];

/** Fills a fieldset with one radio button a person; calls back with the person's key. */
export function offerPeople(fieldset, group, chosen, onChange) {
  for (const person of people) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: group, value: person.key, checked: person.key === chosen });
    const name = document.createElement("b");
    name.textContent = person.name;
    const role = document.createElement("small");
    role.textContent = person.role;
    label.append(input, name, role);
    fieldset.append(label);
  }
  fieldset.addEventListener("change", ({ target }) => onChange(target.value));
}
