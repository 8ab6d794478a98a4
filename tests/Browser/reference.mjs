// Microsoft's JavaScript SDK as the reference for our protocol library.
//   node reference.mjs connector <serviceUrl>   makes the calls that come as JSON on the standard input
//   node reference.mjs bot                      runs each activity that comes through ActivityHandler and answers what was called
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const require = createRequire(import.meta.url);
const { ActivityHandler, BotAdapter, TurnContext, INVOKE_RESPONSE_KEY } = require('botbuilder-core');
const { ConnectorClient, TeamsConnectorClient } = require('botframework-connector');

async function makeCalls(calls) {
  const credentials = { signRequest: async (request) => request };
  const options = { baseUri: serviceUrl, noRetryPolicy: true };
  const { conversations } = new ConnectorClient(credentials, options);
  const { teams } = new TeamsConnectorClient(credentials, options);
  const operations = {
    send: (c) => conversations.sendToConversation(c.conversationId, c.activity),
    reply: (c) => conversations.replyToActivity(c.conversationId, c.activityId, c.activity),
    update: (c) => conversations.updateActivity(c.conversationId, c.activityId, c.activity),
    delete: (c) => conversations.deleteActivity(c.conversationId, c.activityId),
    create: (c) => conversations.createConversation(c.parameters),
    member: (c) => conversations.getConversationMember(c.conversationId, c.memberId),
    pagedMembers: (c) =>
      conversations.getConversationPagedMembers(c.conversationId, { pageSize: c.pageSize, continuationToken: c.continuationToken }),
    team: (c) => teams.fetchTeamDetails(c.teamId),
    channels: (c) => teams.fetchChannelList(c.teamId),
  };
  for (const call of calls) await operations[call.operation](call);
  return [];
}

class RecordingAdapter extends BotAdapter {
  async sendActivities(context, activities) {
    for (const activity of activities) {
      if (activity.type === 'invokeResponse') context.turnState.set(INVOKE_RESPONSE_KEY, activity);
    }
    return activities.map(() => ({ id: '' }));
  }
}

class RecordingHandler extends ActivityHandler {
  constructor(called) {
    super();
    const record = (name) => async (_, next) => {
      called.push(name);
      await next();
    };
    this.onMessage(record('Message'))
      .onConversationUpdate(record('ConversationUpdate'))
      .onMembersAdded(record('MembersAdded'))
      .onMembersRemoved(record('MembersRemoved'))
      .onMessageReaction(record('MessageReaction'))
      .onEvent(record('Event'))
      .onTyping(record('Typing'))
      .onEndOfConversation(record('EndOfConversation'))
      .onInstallationUpdate(record('InstallationUpdate'))
      .onInstallationUpdateAdd(record('InstallationUpdateAdd'))
      .onInstallationUpdateRemove(record('InstallationUpdateRemove'))
      .onMessageUpdate(record('MessageUpdate'))
      .onMessageDelete(record('MessageDelete'))
      .onUnrecognizedActivityType(record('UnrecognizedActivityType'));
    this.onAdaptiveCardInvoke = async (_, value) => {
      called.push(`AdaptiveCardInvoke ${value.action.verb} ${JSON.stringify(value.action.data)}`);
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' };
    };
  }
}

async function runActivity(activity) {
  const called = [];
  const context = new TurnContext(new RecordingAdapter(), structuredClone(activity));
  await new RecordingHandler(called).run(context);
  const invoke = context.turnState.get(INVOKE_RESPONSE_KEY)?.value;
  return {
    called,
    invokeStatus: invoke ? (invoke.body?.statusCode ?? invoke.status) : null,
    invokeType: invoke?.body?.type ?? null,
    text: activity.text === undefined ? null : TurnContext.removeRecipientMention(structuredClone(activity)),
    reference: TurnContext.getConversationReference(activity),
  };
}

const [mode, serviceUrl] = process.argv.slice(2);
const input = JSON.parse(await text(process.stdin));
const answers = mode === 'connector' ? await makeCalls(input) : await Promise.all(input.map(runActivity));
process.stdout.write(JSON.stringify(answers));
