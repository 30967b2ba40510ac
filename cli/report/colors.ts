import picocolors from "picocolors";

const { NO_COLOR, FORCE_COLOR } = process.env;
const onTerminal = process.stdout.isTTY === true && process.stderr.isTTY === true;

/** Colours where a person sees them: on a terminal. The library by itself also colours what a CI service collects. */
export const colors = picocolors.createColors(FORCE_COLOR ? true : onTerminal && !NO_COLOR);
