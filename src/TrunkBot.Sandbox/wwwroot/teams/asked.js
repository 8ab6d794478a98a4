const banner = document.getElementById("lost");

async function call(path, body) {
  let answer;
  try {
    answer = await fetch(path, body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  } catch (problem) {
    banner.hidden = false;
    throw problem;
  }
  banner.hidden = true;
  const text = await answer.text();
  if (!answer.ok) throw new Error(JSON.parse(text || "{}").message ?? `${path}: ${answer.status}`);
  return text ? JSON.parse(text) : undefined;
}

const query = (person, conversation) => new URLSearchParams({ person, conversation });

/** What the page asks of the sandbox. */
export const asked = {
  bot: () => call("/sandbox/bot"),
  people: () => call("/sandbox/people"),
  views: (person, conversation) => call(`/sandbox/views?${query(person, conversation)}&locale=${navigator.language}`),
  said: (person, conversation) => call(`/sandbox/said?${query(person, conversation)}`),
  deliver: (person, conversation, activity, mention = false) => call("/sandbox/deliver", { person, conversation, activity, mention }),
};
