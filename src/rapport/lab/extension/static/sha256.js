/*
 * SHA-256 (FIPS 180-4). Browsers keep their own for pages that came over a safe connection; a classroom's
 * server often has none.
 */
const isPrime = number => {
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor === 0) {
      return false;
    }
  }
  return true;
};
const PRIMES = Array.from({ length: 312 }, (_, number) => number).filter(number => number > 1 && isPrime(number));
const fraction = number => Math.floor((number - Math.floor(number)) * 2 ** 32);
const START = PRIMES.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));
const STEPS = PRIMES.slice(0, 64).map(prime => fraction(Math.cbrt(prime)));

const turn = (word, by) => (word >>> by) | (word << (32 - by));

/** The checksum of bytes in hexadecimal digits. */
export async function sha256(bytes) {
  return crypto.subtle ? hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) : plainSha256(bytes);
}

/** The same without the browser's help. */
export function plainSha256(bytes) {
  const blocks = padded(bytes);
  const state = Uint32Array.from(START);
  for (let at = 0; at < blocks.byteLength; at += 64) {
    add(state, blocks, at);
  }
  const result = new DataView(new ArrayBuffer(32));
  state.forEach((word, place) => result.setUint32(4 * place, word));
  return hex(new Uint8Array(result.buffer));
}

function padded(bytes) {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const whole = new Uint8Array(length);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, (bytes.length << 3) >>> 0);
  return view;
}

function add(state, blocks, at) {
  const words = new Uint32Array(64);
  for (let step = 0; step < 64; step++) {
    words[step] = step < 16 ? blocks.getUint32(at + 4 * step) : mixed(words, step);
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let step = 0; step < 64; step++) {
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + STEPS[step] + words[step];
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => {
    state[place] += word;
  });
}

function mixed(words, step) {
  const [early, late] = [words[step - 15], words[step - 2]];
  const one = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
  const other = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
  return words[step - 16] + one + words[step - 7] + other;
}

const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
