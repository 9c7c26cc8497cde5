import messages from '../../../../../messages/en/guide.json' with { type: 'json' };

export const catalogue = messages;
