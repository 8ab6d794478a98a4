import { sandbox } from "./sandbox.js";

const order = ["building", "starting", "ready"];
const by = (id) => document.getElementById(id);

const words = {
  building: { title: "Starting the bot…", note: "It's being built. The first time, this takes a minute or two." },
  starting: { title: "Starting the bot…", note: "It's built and starting up. The chats connect by themselves." },
  ended: { title: "The bot has stopped", note: "Fix what it says here, then start it again." },
  elsewhere: { title: "Waiting for the bot", note: "Start it from your IDE or a terminal. The chats connect by themselves." },
};

const tell = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

function draw({ stage, said, endpoint }) {
  const { title, note } = words[stage] ?? words.elsewhere;
  tell(by("start-title").firstChild, title);
  tell(by("start-note"), stage === "elsewhere" ? `${note} It listens at ${endpoint}.` : note);
  by("start").toggleAttribute("data-failed", stage === "ended");
  by("start-stages").hidden = !order.includes(stage);
  for (const item of by("start-stages").children) {
    const [at, now] = [order.indexOf(item.dataset.stage), order.indexOf(stage)];
    item.dataset.state = at < now ? "done" : at === now ? "now" : "later";
  }
  tell(by("start-said"), said.join("\n"));
  by("start-said").hidden = stage !== "ended" || said.length === 0;
  by("start-again").hidden = stage !== "ended";
}

by("start-again").addEventListener("click", async () => {
  await sandbox.startBot();
  by("start-title").scrollIntoView({ block: "nearest" });
});

/** Shows how far the bot is, for as long as it isn't there. Says whether it is. */
export async function showStart() {
  const bot = await sandbox.bot();
  if (!bot.answers) draw(bot);
  by("start").hidden = bot.answers;
  return bot.answers;
}
