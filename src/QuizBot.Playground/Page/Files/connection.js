// The one WebSocket. What a member does is kept until the server says it is done, through lost connections and reloads.

const SHORTEST_WAIT = 300;
const LONGEST_WAIT = 10000;

export class Connection extends EventTarget {
  #socket = null;
  #ready = false;
  #attempts = 0;
  #timer = 0;
  #as = '';
  #outbox = new Map();
  #asked = new Map();
  #hello;

  /** hello() gives the first frame of a connection. */
  constructor(hello) {
    super();
    this.#hello = hello;
    addEventListener('online', () => this.#retryNow());
    document.addEventListener('visibilitychange', () => document.hidden || this.#retryNow());
  }

  /** connecting, online or reconnecting. */
  state = 'connecting';

  /** What is not done yet, in order. */
  get pending() {
    return [...this.#outbox.values()];
  }

  /** Connects as a member, whose unfinished actions are sent again. */
  open(as) {
    this.#as = as;
    this.#outbox = new Map(this.#stored().map(frame => [frame.id, frame]));
    this.#attempts = 0;
    this.#connect();
  }

  /** Does something; an `outcome` event follows, however long it takes. */
  act(frame) {
    const whole = { ...frame, id: crypto.randomUUID() };
    this.#outbox.set(whole.id, whole);
    this.#store();
    if (this.#ready) this.#send(whole);
    this.dispatchEvent(new Event('pending'));
    return whole.id;
  }

  /** Asks for something; fails where the connection does. */
  ask(frame) {
    if (!this.#ready) return Promise.reject(new Error('not connected'));
    const id = crypto.randomUUID();
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#send({ ...frame, id });
    });
  }

  #connect() {
    clearTimeout(this.#timer);
    this.#lose();
    const socket = new WebSocket(`ws://${location.host}/playground/ws`);
    this.#socket = socket;
    socket.onopen = () => this.#send(this.#hello());
    socket.onmessage = event => socket === this.#socket && this.#take(JSON.parse(event.data));
    socket.onclose = () => socket === this.#socket && this.#wait();
  }

  #lose() {
    const old = this.#socket;
    this.#socket = null;
    this.#ready = false;
    old?.close();
    for (const { reject } of this.#asked.values()) reject(new Error('the connection was lost'));
    this.#asked.clear();
  }

  #wait() {
    this.#lose();
    const longest = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** this.#attempts++);
    this.#become('reconnecting');
    this.#timer = setTimeout(() => this.#connect(), longest * (0.5 + Math.random() / 2));
  }

  #retryNow() {
    if (this.state !== 'reconnecting' || this.#socket) return;
    this.#connect();
  }

  #take(frame) {
    switch (frame.type) {
      case 'done':
        this.#settle(frame.id, frame.outcome);
        break;
      case 'refused':
        this.#refuse(frame);
        break;
      case 'history':
      case 'completed':
        this.#asked.get(frame.id)?.resolve(frame);
        this.#asked.delete(frame.id);
        break;
      default:
        this.dispatchEvent(new CustomEvent('frame', { detail: frame }));
        if (frame.type === 'welcome') this.#welcomed();
    }
  }

  #welcomed() {
    this.#ready = true;
    this.#attempts = 0;
    for (const frame of this.#outbox.values()) this.#send(frame);
    this.#become('online');
  }

  #refuse({ id, error }) {
    if (this.#outbox.has(id)) this.#settle(id, { error });
    else if (this.#asked.has(id)) {
      this.#asked.get(id).reject(new Error(error));
      this.#asked.delete(id);
    } else this.dispatchEvent(new CustomEvent('refused', { detail: error }));
  }

  #settle(id, outcome) {
    const frame = this.#outbox.get(id);
    if (!frame) return;
    this.#outbox.delete(id);
    this.#store();
    this.dispatchEvent(new CustomEvent('outcome', { detail: { frame, outcome } }));
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }

  #send(frame) {
    this.#socket.send(JSON.stringify(frame));
  }

  get #key() {
    return `quizbot.outbox.${this.#as}`;
  }

  #store() {
    if (this.#outbox.size) sessionStorage.setItem(this.#key, JSON.stringify(this.pending));
    else sessionStorage.removeItem(this.#key);
  }

  #stored() {
    return JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
  }
}
