// A bot on Microsoft's SDK for JavaScript, over HTTP, as the peer that ours is compared with.
//   node peer/server.mjs <settings as JSON>   prints its port and runs until the standard input ends
import { createRequire } from 'node:module';
import { handlersOf } from './handlers.mjs';
import { dialogsOf } from './dialogs.mjs';
import { runScript, runState } from './scripts.mjs';

const require = createRequire(import.meta.url);
const express = require('express');
const { CloudAdapter, MemoryStorage, ConversationState, UserState, PrivateConversationState, AutoSaveStateMiddleware } = require('botbuilder');
const { BotFrameworkAuthenticationFactory } = require('botframework-connector');

const settings = JSON.parse(process.argv[2]);
console.error = console.warn = () => {};

// What it would get from the login endpoint; how a token is got is not compared here.
const credentials = {
  isAuthenticationDisabled: async () => false,
  isValidAppId: async (appId) => appId === settings.appId,
  createCredentials: async () => ({
    signRequest: async (request) => {
      request.headers.set('authorization', 'Bearer peer');
      return request;
    },
  }),
};

const authentication = BotFrameworkAuthenticationFactory.create(
  '', true, 'https://login.example/tenant', 'https://api.botframework.com/.default', 'https://api.botframework.com',
  'https://token.example', settings.metadata, settings.metadata, '', credentials, { requiredEndorsements: [] }, undefined, {});
const adapter = new CloudAdapter(authentication);
const storage = new MemoryStorage();
const states = { conversation: new ConversationState(storage), user: new UserState(storage), privately: new PrivateConversationState(storage) };
adapter.use(new AutoSaveStateMiddleware(states.conversation, states.user, states.privately));

const dialogs = dialogsOf(states.privately);
const botOf = (activity) => String(activity.conversation?.id ?? 'all').split('.')[0];

async function turn(context, called) {
  const bot = botOf(context.activity);
  if (bot === 'script') return runScript(context);
  if (bot === 'state') return runState(context, states);
  if (dialogs.has(bot)) return dialogs.get(bot)(context);
  return handlersOf(bot === 'deaf', called).run(context);
}

const app = express();
app.use(express.json());
app.all('/api/messages', async (request, response) => {
  const called = [];
  const status = response.status.bind(response);
  response.status = (code) => {
    if (!response.headersSent) response.setHeader('x-handlers', called.join(' '));
    return status(code);
  };
  try {
    await adapter.process(request, response, (context) => turn(context, called));
  } catch (problem) {
    // As the SDK's samples leave it: what process() throws ends in the host's own handler.
    response.status(500).end(problem.message);
  }
});

const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.stdin.resume().on('end', () => process.exit(0));
