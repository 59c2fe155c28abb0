// What this page knows of the conversation.

export const placeKey = (channel, thread) => (thread ? `${channel}/${thread}` : channel);

export class Chat extends EventTarget {
  me = '';
  channels = [];
  members = new Map();
  bot = { online: false, commands: [] };
  welcomed = false;
  /** The last change this page knows of; null before the first welcome. */
  seq = null;
  #messages = new Map();
  #places = new Map();
  #newest = 0;
  #connection;

  constructor(connection) {
    super();
    this.#connection = connection;
    connection.addEventListener('frame', event => this.#take(event.detail));
    connection.addEventListener('pending', () => this.#changed());
    connection.addEventListener('outcome', () => this.#changed());
  }

  /** Forgets everything, to begin as another member. */
  become(me) {
    this.me = me;
    this.welcomed = false;
    this.#forget();
    this.#connection.open(me);
  }

  get myself() {
    return this.member(this.me);
  }

  get pending() {
    return this.#connection.pending;
  }

  member(id) {
    return this.members.get(id) ?? { id, name: id, colour: '#5f6470', isBot: false, mayManage: false };
  }

  message(id) {
    return this.#messages.get(id);
  }

  place(channel, thread) {
    const key = placeKey(channel, thread);
    if (!this.#places.has(key)) this.#places.set(key, { channel, thread, loaded: false, more: true, oldest: Infinity, loading: null });
    return this.#places.get(key);
  }

  /** The messages of a place that are loaded, in order. */
  timeline({ channel, thread }) {
    return [...this.#messages.values()]
      .filter(m => m.channel === channel && (m.thread ?? null) === (thread ?? null))
      .filter(m => m.id >= this.place(channel, thread).oldest)
      .sort((a, b) => a.id - b.id);
  }

  /** Loads the newest messages of a place, or the page before those that are there. */
  load(place) {
    if (place.loading || (place.loaded && !place.more)) return place.loading;
    place.loading = this.#load(place).finally(() => { place.loading = null; });
    return place.loading;
  }

  async #load(place) {
    const { channel, thread, oldest } = place;
    const frame = await this.#connection.ask({ type: 'history', channel, thread, before: Number.isFinite(oldest) ? oldest : undefined });
    if (this.#places.get(placeKey(channel, thread)) !== place) return;
    place.loaded = true;
    place.more = frame.more;
    place.oldest = frame.more ? frame.messages[0].id : 0;
    for (const message of frame.messages) this.#keep(message);
    if (frame.root) this.#keep(frame.root);
    this.#changed();
  }

  #take(frame) {
    if (frame.type === 'welcome') this.#welcome(frame);
    else if (frame.type === 'changed') this.#apply(frame.message);
    else if (frame.type === 'bot') this.#botChanged(frame.bot);
    this.#changed();
  }

  #welcome(frame) {
    this.channels = frame.channels;
    this.members = new Map(frame.members.map(member => [member.id, member]));
    this.bot = frame.bot;
    if (frame.restart) {
      this.#forget();
      this.#newest = frame.newest;
    }
    for (const message of frame.missed) this.#apply(message);
    this.seq = frame.seq;
    this.welcomed = true;
    this.dispatchEvent(new CustomEvent('welcome', { detail: frame }));
  }

  #botChanged(bot) {
    this.bot = bot;
    this.dispatchEvent(new Event('bot'));
  }

  #forget() {
    this.#messages.clear();
    this.#places.clear();
    this.seq = null;
  }

  #apply(message) {
    this.seq = Math.max(this.seq ?? 0, message.seq);
    const place = this.place(message.channel, message.thread);
    if (this.#messages.has(message.id) || place.loaded || place.loading) this.#keep(message);
    if (message.id <= this.#newest) return;
    this.#newest = message.id;
    this.dispatchEvent(new CustomEvent('arrived', { detail: message }));
  }

  #keep(message) {
    if (!(this.#messages.get(message.id)?.seq >= message.seq)) this.#messages.set(message.id, message);
  }

  #changed() {
    this.dispatchEvent(new Event('changed'));
  }
}
