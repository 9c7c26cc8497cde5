import messages from '../../../../../messages/en/watch.json' with { type: 'json' };

export const catalogue = messages;
