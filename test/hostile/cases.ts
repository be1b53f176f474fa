import type { Socket } from "node:net";
import { deflateSync, gzipSync } from "node:zlib";

/** One way to misbehave: what a server does with the socket once a request arrived. */
export type Misbehaviour = (socket: Socket, stop: AbortSignal) => void;

const ok = "HTTP/1.1 404 Not Found\r\n";
const bodyOf = (size: number) => "x".repeat(size);
const chunkedX = `${ok}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n`;
const bomb = gzipSync(Buffer.alloc(16 * 1024 * 1024));

/** Every misbehaviour by its name; a case of the catalogue is a name here. */
export const misbehaviours: Readonly<Record<string, Misbehaviour>> = {
  silence: () => undefined,
  "status-then-hang": (socket) => socket.write(ok),
  "drip-headers": (socket, stop) => drip(socket, stop, `${ok}X-Slow: `, "a"),
  "drip-body": (socket, stop) => drip(socket, stop, `${ok}Content-Length: 100000\r\n\r\n`, "b"),
  "stall-body": (socket) => socket.write(`${ok}Content-Length: 100\r\n\r\n${bodyOf(50)}`),
  "close-no-response": (socket) => socket.end(),
  "reset-no-response": (socket) => socket.resetAndDestroy(),
  "reset-mid-headers": (socket) => socket.write(`${ok}X-Half: va`, () => socket.resetAndDestroy()),
  "close-mid-headers": (socket) => socket.end(`${ok}X-Half: va`),
  "reset-mid-body": (socket) =>
    socket.write(`${ok}Content-Length: 100\r\n\r\n${bodyOf(50)}`, () => setTimeout(() => socket.resetAndDestroy(), 20)),
  "close-mid-body": (socket) => socket.end(`${ok}Content-Length: 100\r\n\r\n${bodyOf(50)}`),
  "close-mid-chunk": (socket) => socket.end(`${ok}Transfer-Encoding: chunked\r\n\r\n32\r\n${bodyOf(20)}`),
  "until-close": (socket) => socket.end(`${ok}\r\nall of it`),
  "double-response": (socket) => socket.write(`${ok}Content-Length: 3\r\n\r\none${ok}Content-Length: 3\r\n\r\ntwo`),
  "keepalive-poison": (socket) => {
    socket.write(`${ok}Content-Length: 4\r\n\r\nreal`, () =>
      setTimeout(() => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison"), 5),
    );
  },
  "cl-negative": (socket) => socket.write(`${ok}Content-Length: -1\r\n\r\nx`),
  "cl-hex": (socket) => socket.write(`${ok}Content-Length: 0x10\r\n\r\n${bodyOf(16)}`),
  "cl-huge": (socket) => socket.end(`${ok}Content-Length: 99999999999999999999999\r\n\r\nx`),
  "cl-list": (socket) => socket.write(`${ok}Content-Length: 3, 3\r\n\r\nabc`),
  "cl-dup-diff": (socket) => socket.write(`${ok}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde`),
  "cl-and-te": (socket) =>
    socket.write(`${ok}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`),
  "chunk-bad-size": (socket) => socket.write(`${ok}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n`),
  "endless-body": (socket, stop) => pour(socket, stop, `${ok}\r\n`, Buffer.alloc(65_536, "x")),
  "endless-chunked": (socket, stop) =>
    pour(socket, stop, `${ok}Transfer-Encoding: chunked\r\n\r\n`, Buffer.from("1\r\nx\r\n".repeat(10_000))),
  "endless-status-line": (socket, stop) => pour(socket, stop, "HTTP/1.1 404 ", Buffer.alloc(65_536, "r")),
  "endless-header": (socket, stop) => pour(socket, stop, `${ok}X-Long: `, Buffer.alloc(65_536, "h")),
  "endless-headers": (socket, stop) => pour(socket, stop, ok, Buffer.from("X-More: 1\r\n".repeat(5_000))),
  "endless-chunk-ext": (socket, stop) =>
    pour(socket, stop, `${ok}Transfer-Encoding: chunked\r\n\r\n1;`, Buffer.alloc(65_536, "e")),
  "endless-trailers": (socket, stop) =>
    pour(socket, stop, `${ok}Transfer-Encoding: chunked\r\n\r\n0\r\n`, Buffer.from("X-More: 1\r\n".repeat(5_000))),
  "many-headers": (socket) => socket.write(`${ok}${"A: 1\r\n".repeat(3_000)}Content-Length: 0\r\n\r\n`),
  "large-headers": (socket) => socket.write(`${ok}X-Large: ${bodyOf(100_000)}\r\nContent-Length: 0\r\n\r\n`),
  "flood-1xx": (socket, stop) => pour(socket, stop, "", Buffer.from("HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000))),
  "early-hints": (socket) =>
    socket.write(`HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n${ok}Content-Length: 0\r\n\r\n`),
  "continue-in-pieces": (socket, stop) => {
    const whole = `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Wait\r\n\r\n${ok}Content-Length: 0\r\n\r\n`;
    const letters = [...whole];
    const timer = setInterval(
      () => (letters.length === 0 ? clearInterval(timer) : socket.write(letters.shift() ?? "")),
      1,
    );
    stop.addEventListener("abort", () => clearInterval(timer), { once: true });
  },
  "flood-100": (socket, stop) => pour(socket, stop, "", Buffer.from("HTTP/1.1 100 Continue\r\n\r\n".repeat(1_000))),
  "endless-100": (socket, stop) => pour(socket, stop, "HTTP/1.1 100 Continue\r\nX-Long: ", Buffer.alloc(65_536, "h")),
  "continue-unasked": (socket) => socket.write(`HTTP/1.1 100 Continue\r\n\r\n${ok}Content-Length: 0\r\n\r\n`),
  "switch-unasked": (socket) =>
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
  "gzip-bomb": (socket) => sendContent(socket, ["Content-Encoding: gzip"], bomb),
  "gzip-nested-bomb": (socket) => sendContent(socket, ["Content-Encoding: gzip, gzip"], gzipSync(bomb)),
  "gzip-lie": (socket) => sendContent(socket, ["Content-Encoding: gzip"], Buffer.from('{"plain":true}')),
  "gzip-truncated": (socket) =>
    sendContent(socket, ["Content-Encoding: gzip"], gzipSync(bodyOf(100_000)).subarray(0, -20)),
  "br-invalid": (socket) => sendContent(socket, ["Content-Encoding: br"], Buffer.from([255, 255, 255, 255])),
  "deflate-as-gzip": (socket) => sendContent(socket, ["Content-Encoding: gzip"], deflateSync("text")),
  "header-split": (socket) => socket.write(`${ok}X-Echo: a\r\nInjected: 1\r\nContent-Length: 0\r\n\r\n`),
  "header-nul": (socket) => socket.write(`${ok}X-Nul: a\0b\r\nContent-Length: 0\r\n\r\n`),
  "header-bare-cr": (socket) => socket.write(`${ok}X-Cr: a\rb\r\nContent-Length: 0\r\n\r\n`),
  "header-no-colon": (socket) => socket.write(`${ok}NoColon\r\nContent-Length: 0\r\n\r\n`),
  "header-latin1": (socket) => socket.write(Buffer.from(`${ok}X-Name: gr\xfcn\r\nContent-Length: 0\r\n\r\n`, "latin1")),
  "status-000": (socket) => socket.write("HTTP/1.1 000 Zero\r\nContent-Length: 0\r\n\r\n"),
  "status-099": (socket) => socket.write("HTTP/1.1 099 Low\r\nContent-Length: 0\r\n\r\n"),
  "status-600": (socket) => socket.write("HTTP/1.1 600 High\r\nContent-Length: 0\r\n\r\n"),
  "status-999": (socket) => socket.write("HTTP/1.1 999 Top\r\nContent-Length: 0\r\n\r\n"),
  "status-4": (socket) => socket.write("HTTP/1.1 4 Short\r\nContent-Length: 0\r\n\r\n"),
  "status-no-reason": (socket) => socket.write("HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n"),
  http09: (socket) => socket.end("<html>old</html>"),
  "http-1.0": (socket) => socket.end("HTTP/1.0 404 Not Found\r\n\r\nold but fine"),
  "ssh-banner": (socket) => socket.write("SSH-2.0-OpenSSH_9.6\r\n"),
  "smtp-banner": (socket) => socket.write("220 mail ESMTP\r\n"),
  "tls-alert": (socket) => socket.end(Buffer.from([0x15, 0x03, 0x01, 0, 2, 2, 70])),
  "h2-preface": (socket) => socket.write(Buffer.from([0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100])),
  "random-bytes": (socket) =>
    socket.write(Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7919) % 251))),
  "bad-trailers": (socket) => socket.write(`${chunkedX}X-Legal: yes\r\nSet-Cookie: a=b\r\n\r\n`),
  "length-in-trailers": (socket) => socket.write(`${chunkedX}Content-Length: 5\r\n\r\n`),
  "deep-json": (socket) => sendContent(socket, ["Content-Type: application/json"], Buffer.from("[".repeat(100_000))),
  "huge-page": (socket) => sendContent(socket, ["Content-Type: text/html"], Buffer.alloc(3_000_000, "<a href=")),
};

function sendContent(socket: Socket, fields: readonly string[], content: Uint8Array): void {
  const head = [...fields, `Content-Length: ${content.byteLength}`, "", ""].join("\r\n");
  socket.write(ok + head);
  socket.write(content);
}

/** Writes without end, as fast as the other side reads. */
function pour(socket: Socket, stop: AbortSignal, start: string, piece: Uint8Array): void {
  socket.write(start);
  const more = () => {
    while (!socket.destroyed && !stop.aborted && socket.write(piece));
  };
  socket.on("drain", more);
  more();
}

function drip(socket: Socket, stop: AbortSignal, start: string, letter: string): void {
  socket.write(start);
  const timer = setInterval(() => socket.write(letter), 5);
  const end = () => clearInterval(timer);
  socket.on("close", end);
  stop.addEventListener("abort", end, { once: true });
}
