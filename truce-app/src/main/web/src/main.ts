// Placeholder until the web app's modules are written.
import "./main.css";

document.documentElement.dataset["script"] = "on";
