// The page that one keeps after the closing: notes are saved as one writes, and it prints.
import { keepDrafts } from "./drafts.js";

keepDrafts();
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
