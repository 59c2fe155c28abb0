// Who this window is: in its address, so that another window can be another member, and kept for the window's life.

const KEY = 'quizbot.as';

export function readIdentity() {
  const asked = new URLSearchParams(location.search).get('as');
  const [channel, thread] = location.hash.slice(1).split('/');
  return {
    me: asked || sessionStorage.getItem(KEY) || 'ada',
    channel: channel || 'team',
    thread: Number.parseInt(thread, 10) || null,
  };
}

export function writeIdentity({ me, channel, thread }) {
  sessionStorage.setItem(KEY, me);
  history.replaceState(null, '', `/?as=${encodeURIComponent(me)}#${channel}${thread ? `/${thread}` : ''}`);
}

export const addressOf = (me, channel) => `/?as=${encodeURIComponent(me)}#${channel}`;
