import { Pane } from "./pane.mjs";

const expected = {
  name: "Acme sales",
  domain: "example.pstn.twilio.com",
  numbers: "+14155550100, +14155550101",
  username: "acme-sales",
  password: "",
};

const sources = ["Trunk name: Acme sales", "Termination SIP URI: example.pstn.twilio.com", "Direction: outbound", "Phone numbers: +1 415 555 0100, +1 415 555 0101", "User name: acme-sales"];

/** Riya presses the button that pastes a carrier's mail: the form is filled in and says where from, and the password is warned about. Returns the password. */
export async function pasteMail(page) {
  const chat = new Pane(page, "chat");
  await chat.isConnected();
  const forms = await chat.buttons("Submit").count();
  await page.getByRole("button", { name: "Paste a carrier's mail" }).click();
  await chat.getsButton("Submit", forms);

  for (const [field, value] of Object.entries(expected)) {
    const shown = await chat.field(field).inputValue();
    if (shown !== value) throw new Error(`${field} is “${shown}”.`);
  }
  for (const source of sources) await chat.hears(`From: ${source}`);
  await chat.hears("That looks like a password");
  await chat.mustFit();
  const mail = await chat.saying("Kind regards").last().innerText();
  const password = mail.match(/Password: (\S+)/)[1];
  const answers = await page.locator(".webchat__bubble:not(.webchat__bubble--from-user)").allInnerTexts();
  if (answers.length === 0 || answers.some((answer) => answer.includes(password))) throw new Error("An answer says the password of the mail.");
  return password;
}

/** Completes and submits the form, approves it in the room, and waits until both have heard of the trunk. */
export async function submitAndApprove(page) {
  const [chat, room] = [new Pane(page, "chat"), new Pane(page, "room")];
  await room.isConnected();
  const [before, asked] = [await trunks(page), await room.buttons("Approve").count()];
  await page.getByRole("button", { name: "Fill in the rest" }).click();
  await chat.button("Submit").click();
  await room.getsButton("Approve", asked);
  await room.button("Approve").click();
  await page.locator("#guide li[data-step=created][data-done]").waitFor({ state: "attached" });
  const made = (await trunks(page)).filter(({ trunkId }) => !before.some((old) => old.trunkId === trunkId));
  if (made.length !== 1) throw new Error(`${made.length} trunks were made for one request.`);
  await chat.hears(made[0].trunkId);
  await room.hears(made[0].trunkId);
}

/** Nothing that was sent, stored for the page, or asked of VideoSDK has it. */
export async function mustNotSay(page, password) {
  for (const path of ["/sandbox/activities", "/sandbox/videosdk/requests", "/sandbox/videosdk/trunks"])
    if ((await (await page.request.get(new URL(path, page.url()).href)).text()).includes(password)) throw new Error(`${path} shows the password of the mail.`);
}

const trunks = async (page) => (await page.request.get(new URL("/sandbox/videosdk/trunks", page.url()).href)).json();
