// Says which of TeamsActivityHandler's events and methods were called.
import { createRequire } from 'node:module';

const { TeamsActivityHandler } = createRequire(import.meta.url)('botbuilder');

const EVENTS = [
  'Message', 'ConversationUpdate', 'MembersAdded', 'MembersRemoved', 'MessageReaction', 'ReactionsAdded', 'ReactionsRemoved', 'Event', 'Typing',
  'EndOfConversation', 'InstallationUpdate', 'InstallationUpdateAdd', 'InstallationUpdateRemove', 'MessageUpdate', 'MessageDelete',
  'UnrecognizedActivityType', 'TokenResponseEvent', 'Command', 'CommandResult',
];

const TEAMS_EVENTS = [
  'MembersAdded', 'MembersRemoved', 'ChannelCreated', 'ChannelDeleted', 'ChannelRenamed', 'ChannelRestored', 'TeamArchived', 'TeamDeleted',
  'TeamHardDeleted', 'TeamRenamed', 'TeamRestored', 'TeamUnarchived', 'MessageEdit', 'MessageUndelete', 'MessageSoftDelete', 'ReadReceipt',
  'MeetingStart', 'MeetingEnd', 'MeetingParticipantsJoin', 'MeetingParticipantsLeave',
];

// Their method, and what the comparison calls it.
const INVOKES = {
  handleTeamsCardActionInvoke: 'CardAction',
  handleTeamsConfigFetch: 'ConfigFetch',
  handleTeamsConfigSubmit: 'ConfigSubmit',
  handleTeamsFileConsentAccept: 'FileConsentAccept',
  handleTeamsFileConsentDecline: 'FileConsentDecline',
  handleTeamsO365ConnectorCardAction: 'ConnectorCardAction',
  handleTeamsAppBasedLinkQuery: 'QueryLink',
  handleTeamsAnonymousAppBasedLinkQuery: 'AnonymousQueryLink',
  handleTeamsMessagingExtensionQuery: 'ComposeQuery',
  handleTeamsMessagingExtensionSelectItem: 'SelectItem',
  handleTeamsMessagingExtensionSubmitAction: 'SubmitAction',
  handleTeamsMessagingExtensionBotMessagePreviewEdit: 'PreviewEdit',
  handleTeamsMessagingExtensionBotMessagePreviewSend: 'PreviewSend',
  handleTeamsMessagingExtensionFetchTask: 'FetchTask',
  handleTeamsMessagingExtensionConfigurationQuerySettingUrl: 'QuerySettingUrl',
  handleTeamsMessagingExtensionConfigurationSetting: 'Setting',
  handleTeamsMessagingExtensionCardButtonClicked: 'CardButtonClicked',
  handleTeamsTaskModuleFetch: 'TaskFetch',
  handleTeamsTaskModuleSubmit: 'TaskSubmit',
  handleTeamsTabFetch: 'TabFetch',
  handleTeamsTabSubmit: 'TabSubmit',
  handleTeamsSigninVerifyState: 'VerifyState',
  handleTeamsSigninTokenExchange: 'TokenExchange',
};

// These answer nothing: their result is thrown away by the SDK.
const SILENT = new Set(['ConnectorCardAction', 'Setting', 'CardButtonClicked', 'VerifyState', 'TokenExchange']);

export function handlersOf(deaf, called) {
  const bot = new TeamsActivityHandler();
  const last = (name) => async (...all) => {
    called.push(name);
    await all.at(-1)();
  };
  for (const name of EVENTS) bot[name === 'TokenResponseEvent' ? 'onTokenResponseEvent' : `on${name}`](last(name));
  for (const name of TEAMS_EVENTS) bot[`onTeams${name}Event`](last(`Teams${name}`));
  if (deaf) return bot;
  for (const [method, name] of Object.entries(INVOKES)) {
    bot[method] = async () => {
      called.push(name);
      if (SILENT.has(name)) return undefined;
      // This one alone answers with a status of its own.
      return name === 'CardAction' ? { status: 200, body: { answer: name } } : { answer: name };
    };
  }
  bot.onAdaptiveCardInvoke = async (_, value) => {
    called.push('AdaptiveCardAction');
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: `Done ${value.action.verb ?? ''}.` };
  };
  bot.onSearchInvoke = async () => {
    called.push('Search');
    return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results: [] } };
  };
  return bot;
}
