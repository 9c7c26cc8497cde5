import messages from '../../../../../messages/en/play.json' with { type: 'json' };

export const catalogue = messages;
