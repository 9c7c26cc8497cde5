import messages from '../../../../../messages/en/service.json' with { type: 'json' };

export const catalogue = messages;
