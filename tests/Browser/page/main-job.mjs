import { Pane } from "./pane.mjs";

const samples = {
  name: "twilio",
  domain: "example.pstn.twilio.com",
  direction: "outbound",
  numbers: "+1234567890",
  username: "acme",
};

/** Riya asks with VideoSDK's own sample values, is warned, submits anyway; Omar approves; both see that the trunk exists. */
export async function mainJob(page, hands, { password, name = samples.name, shoot = async () => {}, happened = async () => {} }) {
  const [chat, room] = [new Pane(page, "chat"), new Pane(page, "room")];
  await chat.isConnected();
  await room.isConnected();
  const outcome = /created/i;
  const before = { outcomes: await room.saying(outcome).count(), forms: await chat.buttons("Submit").count(), warned: await chat.buttons("Submit anyway").count(), asked: await room.buttons("Approve").count() };
  const known = await trunks(page);

  await hands.say(chat, "/trunk new");
  await chat.getsButton("Submit", before.forms);
  await chat.mustHaveFocus();
  await happened("asked");
  for (const [id, value] of Object.entries({ ...samples, name, password })) await hands.fill(chat, id, value);
  await chat.mustFit();
  await shoot("form");
  await hands.press(chat, "Submit");
  await chat.getsButton("Submit anyway", before.warned);
  if ((await chat.field("password").getAttribute("aria-required")) === "true") await hands.fill(chat, "password", password);
  await shoot("warnings");
  await hands.press(chat, "Submit anyway");
  await room.getsButton("Approve", before.asked);
  await happened("submitted");
  await room.bringUp();
  await shoot("approval");
  await hands.press(room, "Approve");

  const trunk = await newTrunk(page, known);
  await happened("created");
  await chat.hears(trunk.trunkId);
  await room.hears(outcome, before.outcomes);
  await mustNotShow(page, password);
  await shoot("outcome-room");
  await chat.bringUp();
  await shoot("outcome");
  return trunk;
}

const ask = async (page, path) => (await page.request.get(new URL(path, page.url()).href)).json();
const trunks = (page) => ask(page, "/sandbox/videosdk/trunks");

async function newTrunk(page, known) {
  for (let tries = 0; tries < 1200; tries++) {
    const made = (await trunks(page)).filter(({ trunkId }) => !known.some((old) => old.trunkId === trunkId));
    if (made.length > 1) throw new Error(`${made.length} trunks were made for one request.`);
    if (made.length === 1) return made[0];
    await page.waitForTimeout(200);
  }
  throw new Error("VideoSDK has no new trunk.");
}

async function mustNotShow(page, password) {
  const places = {
    "the page": await page.content(),
    "VideoSDK's records": JSON.stringify(await ask(page, "/sandbox/videosdk/requests")),
    "VideoSDK's trunks": JSON.stringify(await trunks(page)),
  };
  for (const [place, text] of Object.entries(places))
    if (text.includes(password)) throw new Error(`The password can be read in ${place}.`);
}
