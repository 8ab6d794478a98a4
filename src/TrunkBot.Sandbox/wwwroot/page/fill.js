const samples = {
  name: "Acme sales",
  domain: "example.pstn.twilio.com",
  direction: "outbound",
  numbers: "+14155550100",
  username: "acme-sales",
};

/** A password that nobody else has: it ends in the sandbox. */
const password = () => `${crypto.randomUUID().slice(0, 18)}-Aa`;

function enter(form, name, value) {
  const choices = [...form.querySelectorAll(`[id="${name}"] input[type=radio]`)];
  const field = form.querySelector(`[id="${name}"] .ac-input`);
  if (choices.length > 0) {
    if (!choices.some(({ checked }) => checked)) choices.find((choice) => choice.value === value)?.click();
  } else if (field && field.value === "") {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** Fills what is empty in the newest form, and says what to do next. */
export function fillTheRest(section) {
  const forms = [...section.querySelectorAll(".ac-adaptiveCard")].filter((card) => card.querySelector("input[type=password]:not(:disabled)"));
  const form = forms.at(-1);
  if (!form) return "There's no form yet. Ask first.";
  enter(form, "password", password());
  for (const [name, value] of Object.entries(samples)) enter(form, name, value);
  form.scrollIntoView({ block: "end" });
  form.querySelector("button")?.focus();
  return "Filled in, with a made-up password. Press Submit in the form.";
}
