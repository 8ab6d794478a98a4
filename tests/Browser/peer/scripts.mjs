// Bots that do what the activity tells them, so that only the SDK is compared.
/** channelData.script: a list of {send}, {update}, {delete}, {answer} and {fail}. */
export async function runScript(context) {
  for (const order of context.activity.channelData?.script ?? []) {
    if (order.send) await context.sendActivity(structuredClone(order.send));
    if (order.update) await context.updateActivity(structuredClone(order.update));
    if (order.delete) await context.deleteActivity(order.delete);
    if (order.answer) await context.sendActivity({ type: 'invokeResponse', value: order.answer });
    if (order.fail) throw new Error('As it was told.');
  }
}

/** Counts in all three states: add, peek, clear, fail. */
export async function runState(context, states) {
  const order = context.activity.text;
  const properties = [states.conversation, states.user, states.privately].map((state) => state.createProperty('count'));
  const counts = [];
  for (const property of properties) {
    if (order === 'clear') {
      await property.delete(context);
      counts.push(0);
      continue;
    }
    const value = await property.get(context, { number: 0 });
    if (order !== 'peek') value.number++;
    counts.push(value.number);
  }
  if (order === 'fail') throw new Error('As it was told.');
  await context.sendActivity(counts.join(' '));
}
