import { Pane } from "./pane.mjs";

const expected = {
  name: "Acme sales",
  domain: "example.pstn.twilio.com",
  username: "acme-sales",
};

/** Riya presses the button that pastes a carrier's mail: the form is filled, says where from, and warns about the password. */
export async function pasteMail(page, { shoot = async () => {} } = {}) {
  const [chat, room] = [new Pane(page, "chat"), new Pane(page, "room")];
  await chat.isConnected();
  await room.isConnected();
  const before = { forms: await chat.buttons("Submit").count(), warned: await chat.buttons("Submit anyway").count(), asked: await room.buttons("Approve").count() };
  await page.getByRole("button", { name: "Paste a carrier's mail" }).click();
  await chat.getsButton("Submit", before.forms);

  const mail = await chat.saying("Kind regards").last().innerText();
  const password = mail.match(/Password: (\S+)/)[1];
  for (const [field, value] of Object.entries(expected))
    if ((await chat.field(field).inputValue()) !== value) throw new Error(`${field} is ${await chat.field(field).inputValue()}.`);
  const numbers = (await chat.field("numbers").inputValue()).replaceAll(/[^\d+,]/g, "");
  if (numbers !== "+14155550100,+14155550101") throw new Error(`The numbers are ${numbers}: the signature's are not the trunk's.`);
  await chat.hears("Termination SIP URI: example.pstn.twilio.com", 1); // the mail, and the line in the form
  await chat.hears("That looks like a password");
  await chat.mustFit();
  await shoot("pasted");

  await page.getByRole("button", { name: "Fill in the rest" }).click();
  await chat.button("Submit").click();
  const [anyway, approve] = [chat.buttons("Submit anyway").nth(before.warned), room.buttons("Approve").nth(before.asked)];
  await anyway.or(approve).first().waitFor({ state: "attached", timeout: 60_000 });
  if (await anyway.count()) await chat.button("Submit anyway").click();
  await room.getsButton("Approve", before.asked);
  await room.button("Approve").click();
  await page.locator("#guide li[data-step=created][data-done]").waitFor({ state: "attached" });
  await chat.hears(/created/i);
  await shoot("pasted-created");
  for (const path of ["/sandbox/activities", "/sandbox/videosdk/requests", "/sandbox/videosdk/trunks"])
    if ((await (await page.request.get(new URL(path, page.url()).href)).text()).includes(password)) throw new Error(`${path} shows the password of the mail.`);
}
