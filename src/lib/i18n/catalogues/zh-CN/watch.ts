import messages from '../../../../../messages/zh-CN/watch.json' with { type: 'json' };

export const catalogue = messages;
