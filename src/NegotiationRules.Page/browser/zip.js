// Writes a zip file: each file compressed, as every system opens it.

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value;
});

function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum = table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function fields(...values) {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of values) {
    size === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/** A zip file of texts by their paths. */
export async function zip(files, now = new Date()) {
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
  const day = ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();
  const [parts, index] = [[], []];
  let offset = 0;
  let size = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [new TextEncoder().encode(path), new TextEncoder().encode(text)];
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const packed = new Uint8Array(await new Response(stream).arrayBuffer());
    // Version 2.0; names are UTF-8; deflated.
    const shared = [[2, 20], [2, 0x0800], [2, 8], [2, time], [2, day], [4, checksum(bytes)], [4, packed.length], [4, bytes.length], [2, name.length], [2, 0]];
    const head = fields([4, 0x04034b50], ...shared);
    parts.push(head, name, packed);
    const entry = fields([4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    index.push(entry, name);
    size += entry.length + name.length;
    offset += head.length + name.length + packed.length;
  }
  const count = index.length / 2;
  return new Blob([...parts, ...index, fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0])], { type: 'application/zip' });
}
