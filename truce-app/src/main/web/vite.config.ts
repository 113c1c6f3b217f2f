import { defineConfig } from "vite";

// One script and one style sheet with fixed names: the server's templates name them, and nothing is
// fetched from any host but Truce's own.
export default defineConfig({
  base: "./",
  publicDir: false,
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
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith(".css")) ? "app.css" : "[name][extname]",
      },
    },
  },
});
