import messages from '../../../../../messages/zh-CN/guide.json' with { type: 'json' };

export const catalogue = messages;
