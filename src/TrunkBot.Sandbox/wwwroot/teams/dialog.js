import { drawCard } from "./card.js";

const box = document.getElementById("dialog");
const note = document.getElementById("dialog-note");
const sizes = { small: 400, medium: 600, large: 800 };

document.getElementById("close-dialog").addEventListener("click", () => box.close());

/**
 * Shows what a bot answers to task/fetch and task/submit: a card, a page, a sentence, or nothing, which closes it.
 * @param task the answer's task; nothing closes the dialog
 * @param submit sends what was entered, and answers with the next task
 */
export function showTask(task, submit) {
  note.textContent = "";
  if (task?.type !== "continue") {
    if (box.open) box.close();
    return task?.type === "message" ? task.value : undefined;
  }
  const { title, width, card, url } = task.value;
  document.getElementById("dialog-title").textContent = title ?? "TrunkBot";
  box.style.width = `${sizes[width] ?? (Number(width) || sizes.medium)}px`;
  document.getElementById("dialog-card").replaceChildren(url ? page(url) : drawCard(card.content, (pressed) => send(pressed, submit)));
  if (!box.open) box.showModal();
  box.querySelector("input, textarea, select")?.focus();
}

async function send(pressed, submit) {
  try {
    await submit(pressed.data);
  } catch (problem) {
    note.textContent = `Something went wrong. ${problem.message}`;
  }
}

function page(url) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: url, title: "The bot's page" });
  return frame;
}
