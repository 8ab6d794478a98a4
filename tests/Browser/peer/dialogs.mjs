// The same dialogs as ours, on botbuilder-dialogs.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ActivityTypes } = require('botbuilder');
const {
  ChoicePrompt, ComponentDialog, ConfirmPrompt, Dialog, DialogSet, DialogTurnStatus, ListStyle, TextPrompt, WaterfallDialog,
} = require('botbuilder-dialogs');

const say = (step, text) => step.context.sendActivity(text);

function prompt(make, options, show = (value) => value) {
  return [
    new WaterfallDialog('root', [
      (step) => step.prompt('prompt', options),
      async (step) => {
        await say(step, `got ${show(step.result)}`);
        return step.endDialog(step.result);
      },
    ]),
    make('prompt'),
  ];
}

const styled = (dialog) => Object.assign(dialog, { style: ListStyle.suggestedAction });
const ask = { prompt: 'Well?', retryPrompt: 'Again?' };
const colours = ['red', { value: 'green', synonyms: ['lime'] }, 'dark blue'];

class Form extends ComponentDialog {
  constructor(id) {
    super(id);
    this.addDialog(new WaterfallDialog('steps', [
      (step) => step.prompt('name', 'Name?'),
      (step) => {
        step.values.name = step.result;
        return step.result === 'skip' ? step.next('nowhere') : step.prompt('place', 'Place?');
      },
      async (step) => {
        await say(step, `${step.values.name}, ${step.result}`);
        return step.endDialog('done');
      },
    ]));
    this.addDialog(new TextPrompt('name', async (answer) => {
      if (answer.recognized.value !== 'x') return true;
      await answer.context.sendActivity(`Not x (${answer.attemptCount}).`);
      return false;
    }));
    this.addDialog(new TextPrompt('place'));
    this.initialDialogId = 'steps';
  }

  async onContinueDialog(inner) {
    const { type, text } = inner.context.activity;
    if (type === ActivityTypes.Message && text === 'help') {
      await inner.context.sendActivity('I ask for a name and a place.');
      await inner.repromptDialog();
      return Dialog.EndOfTurn;
    }
    if (type === ActivityTypes.Message && text === 'cancel') {
      await inner.context.sendActivity('Cancelled.');
      return inner.cancelAllDialogs();
    }
    return super.onContinueDialog(inner);
  }
}

const SETS = {
  text: () => prompt((id) => new TextPrompt(id), ask),
  textonce: () => prompt((id) => new TextPrompt(id), { prompt: 'Well?' }),
  confirm: () => prompt((id) => styled(new ConfirmPrompt(id, undefined, 'en-us')), ask),
  choice: () => prompt((id) => styled(new ChoicePrompt(id, undefined, 'en-us')), { ...ask, choices: colours }, (found) => `${found.value} ${found.index}`),
  steps: () => [
    new WaterfallDialog('root', [
      async (step) => {
        await say(step, 'one');
        return Dialog.EndOfTurn;
      },
      async (step) => {
        await say(step, `two ${step.result}`);
        return step.next('on');
      },
      async (step) => {
        await say(step, `three ${step.result}`);
        return Dialog.EndOfTurn;
      },
    ]),
  ],
  form: () => [new Form('root')],
  outer: () => [
    new WaterfallDialog('root', [
      (step) => step.beginDialog('form'),
      async (step) => {
        await say(step, `outer has ${step.result}`);
        return step.endDialog();
      },
    ]),
    new Form('form'),
  ],
  replaced: () => [
    new WaterfallDialog('root', [(step) => step.prompt('prompt', 'Well?'), (step) => step.replaceDialog(step.result === 'again' ? 'root' : 'other')]),
    new WaterfallDialog('other', [
      async (step) => {
        await say(step, 'other');
        return step.endDialog();
      },
    ]),
    new TextPrompt('prompt'),
  ],
};

export function dialogsOf(state) {
  return new Map(Object.entries(SETS).map(([name, make]) => {
    const set = new DialogSet(state.createProperty(name));
    for (const dialog of make()) set.add(dialog);
    return [name, async (context) => {
      const dc = await set.createContext(context);
      const result = await dc.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dc.beginDialog('root');
    }];
  }));
}
