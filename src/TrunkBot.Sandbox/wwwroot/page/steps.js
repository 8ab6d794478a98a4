const seen = "trunkbot.steps-seen";

const samples = {
  name: "twilio",
  domain: "example.pstn.twilio.com",
  direction: "outbound",
  numbers: "+1234567890",
  username: "acme",
};

/** A password that nobody else has: it ends in the sandbox. */
const password = () => `${crypto.randomUUID().slice(0, 18)}-Aa`;

function enter(form, name, value) {
  const choice = form.querySelector(`[id="${name}"] input[type=radio][value="${value}"]`);
  const field = form.querySelector(`[id="${name}"] .ac-input`);
  if (choice) choice.click();
  else if (field) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function fill(section) {
  const forms = [...section.querySelectorAll(".ac-adaptiveCard")].filter((card) => card.querySelector("input[type=password]:not(:disabled)"));
  const form = forms.at(-1);
  if (!form) return "There is no form yet. Ask for one with /trunk new.";
  enter(form, "password", password());
  for (const [name, value] of Object.entries(samples)) enter(form, name, value);
  form.scrollIntoView({ block: "end" });
  form.querySelector("button")?.focus();
  return "Filled in, with a made-up password. Press Submit.";
}

/** The first-visit hint: open once, and again whenever somebody asks for it. */
export function showSteps({ ask, chat }) {
  const box = document.getElementById("steps");
  const opener = document.getElementById("show-steps");
  const said = document.getElementById("steps-said");
  const open = (yes) => {
    box.hidden = !yes;
    opener.setAttribute("aria-expanded", String(yes));
    if (!yes) localStorage.setItem(seen, "yes");
  };
  opener.addEventListener("click", () => open(box.hidden));
  document.getElementById("hide-steps").addEventListener("click", () => {
    open(false);
    opener.focus();
  });
  document.getElementById("ask-for-me").addEventListener("click", () => {
    ask("/trunk new");
    said.textContent = "";
  });
  document.getElementById("fill-for-me").addEventListener("click", () => (said.textContent = fill(chat)));
  open(localStorage.getItem(seen) === null);
}
