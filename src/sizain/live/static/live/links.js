// A page beside the room: a link to copy, an act to confirm.
import { sendActs } from "./acts.js";
import { copyOnPress } from "./copy.js";

sendActs();
copyOnPress();
