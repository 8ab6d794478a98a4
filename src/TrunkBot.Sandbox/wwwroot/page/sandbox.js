const banner = document.getElementById("lost");

async function call(path, method = "GET", body = undefined, headers = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: body ? { ...headers, "content-type": "application/json" } : headers,
      body: body && JSON.stringify(body),
    });
  } catch (problem) {
    banner.hidden = false;
    throw problem;
  }
  banner.hidden = true;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** What the page asks of the sandbox. */
export const sandbox = {
  token: (person, where) => call("/sandbox/tokens", "POST", { person, where }),
  earlier: (conversation, token, before) => call(`/directline/conversations/${conversation}/earlier?before=${before}`, "GET", undefined, { authorization: `Bearer ${token}` }),
  bot: () => call("/sandbox/bot"),
  startBot: () => call("/sandbox/bot/start", "POST"),
  requests: () => call("/sandbox/videosdk/requests"),
  trunks: () => call("/sandbox/videosdk/trunks"),
  faults: () => call("/sandbox/faults"),
  arm: (fault) => call("/sandbox/faults", "POST", fault),
  disarm: () => call("/sandbox/faults", "DELETE"),
};
