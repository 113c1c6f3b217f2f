import { defineConfig } from "vite";
import { basemap } from "./build/basemap.ts";

// One script and one style sheet with fixed names: the server's templates name them, and nothing is
// fetched from any host but Truce's own.
export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [basemap()],
  build: {
    outDir: "../../../target/classes/static/app",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: "src/main.ts",
      output: {
        entryFileNames: "app.js",
        chunkFileNames: "[name].js",
        // The worker is named .js, so that every server sends it as a script.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith(".css"))
            ? "app.css"
            : asset.names.some((name) => name.endsWith(".mjs"))
              ? "[name].js"
              : "[name][extname]",
      },
    },
  },
});
