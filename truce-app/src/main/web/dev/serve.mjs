// Serves the built app with two sample pages (index.html and rtl.html) under the server's content
// policy: npm run build && npm run dev, then open http://localhost:5173/
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { page } from "./pages.mjs";

const BUILT = new URL("../../../../target/classes/static", import.meta.url);
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8" };
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "worker-src 'self' blob:; connect-src 'self'";
const PORT = Number(process.argv[2] ?? 5173);

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const send = (status, type, body) => {
    response
      .writeHead(status, { "content-type": type, "content-security-policy": POLICY })
      .end(body);
  };
  if (pathname === "/" || pathname === "/index.html") return send(200, TYPES[".html"], page("en"));
  if (pathname === "/rtl.html") return send(200, TYPES[".html"], page("ar"));
  try {
    if (!/^\/app\/[\w.-]+$/.test(pathname)) throw new Error("not a file of the app");
    return send(
      200,
      TYPES[extname(pathname)] ?? "application/octet-stream",
      readFileSync(BUILT.pathname + pathname),
    );
  } catch {
    return send(404, "text/plain", "Not here. Build the app first: npm run build");
  }
}).listen(PORT, () =>
  console.log(`http://localhost:${PORT}/ and http://localhost:${PORT}/rtl.html`),
);
