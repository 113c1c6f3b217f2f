// Entry of the web app. The server's pages are complete without it; it makes them easier to
// explore.
import "./css/tokens.css";
import "./css/page.css";
import "./css/explore.css";
import "./css/follow.css";
import "./css/print.css";
import { findExploreData } from "./data";
import { explore } from "./explore";
import { boxTables } from "./table";

document.documentElement.dataset["script"] = "on";
boxTables(document);
const data = findExploreData(document);
// Not awaited: the parts fetched later import this file, and would wait for it to end.
if (data !== undefined) void explore(data);
